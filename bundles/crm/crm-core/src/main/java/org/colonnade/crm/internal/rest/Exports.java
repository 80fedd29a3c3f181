package org.colonnade.crm.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.colonnade.crm.api.ExportDesk;
import org.colonnade.crm.api.FileContent;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of contacts on their way out. */
@Component(service = Exports.class)
@Path("/exports")
public class Exports {

    private final ExportDesk desk;

    @Activate
    public Exports(@Reference ExportDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("vcard")
    @Produces("text/vcard")
    @Requires(ExportDesk.RUN)
    @Operation(
            value = "The parties that a search finds as vCards, version 4.0 or 3.0",
            problems = {"crm.export.version", "crm.search.too-long", "crm.query.invalid"})
    public Download vcard(
            @QueryParam("version") String version,
            @QueryParam("q") String q,
            @QueryParam("kind") String kind,
            @QueryParam("tag") String tag,
            @QueryParam("archived") String archived,
            @Context Actor actor) {
        FileContent content = desk.vcards(actor, Given.query(q, kind, tag, archived), version);
        return new Download("text/vcard;charset=utf-8", "contacts.vcf", content::writeTo);
    }

    @GET
    @Path("csv")
    @Produces("text/csv")
    @Requires(ExportDesk.RUN)
    @Operation(
            value = "The parties that a search finds as a table",
            problems = {"crm.search.too-long", "crm.query.invalid"})
    public Download csv(
            @QueryParam("q") String q,
            @QueryParam("kind") String kind,
            @QueryParam("tag") String tag,
            @QueryParam("archived") String archived,
            @Context Actor actor) {
        FileContent content = desk.csv(actor, Given.query(q, kind, tag, archived));
        return new Download("text/csv;charset=utf-8", "contacts.csv", content::writeTo);
    }
}
