package org.colonnade.crm.internal.rest;

import java.nio.charset.StandardCharsets;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.colonnade.crm.api.ExportDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One party as a card. Everything else about single parties is the upkeep of records. */
@Component(service = PartyCards.class)
@Path("/parties/{id}/vcard")
public class PartyCards {

    static final String VCARD = "text/vcard";

    private final ExportDesk exports;

    @Activate
    public PartyCards(@Reference ExportDesk exports) {
        this.exports = exports;
    }

    @GET
    @Produces(VCARD)
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "One party as a vCard, version 4.0 or 3.0",
            problems = {"crm.party.not-found", "crm.export.version"})
    public Download vcard(@PathParam("id") String id, @QueryParam("version") String version, @Context Actor actor) {
        byte[] card = exports.vcard(actor, id, version).getBytes(StandardCharsets.UTF_8);
        return new Download(VCARD + ";charset=utf-8", id + ".vcf", out -> out.write(card));
    }
}
