package org.colonnade.crm.internal.rest;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.FileContent;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Keeps;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of contacts on their way in. */
@Component(service = Imports.class)
@Path("/imports")
public class Imports {

    private static final String CARD =
            "BEGIN:VCARD\nVERSION:4.0\nFN:Malee Srisuk\nEMAIL:malee.srisuk@example.com\nEND:VCARD\n";
    private static final String ROWS = "First Name,Last Name,E-mail\nMalee,Srisuk,malee.srisuk@example.com\n";

    private final ImportDesk desk;

    @Activate
    public Imports(@Reference ImportDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("vcard")
    @Consumes({"text/vcard", "text/x-vcard", "text/directory"})
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(
            value = "Takes a file of vCards in; with dryRun=true says what would happen (200) and stores nothing",
            example = CARD,
            status = 201,
            answers = ImportReport.class,
            keeps = Keeps.ANSWER_AFTERWARDS,
            problems = {"crm.import.empty", "crm.import.no-card", "crm.import.charset"})
    public Response vcards(
            InputStream body,
            @QueryParam("dryRun") String dryRun,
            @QueryParam("charset") String charset,
            @Context Actor actor) {
        ImportOptions options = new ImportOptions(Given.flag("dryRun", dryRun), List.of(), null, charset);
        return answer(desk.vcards(actor, file(body), options));
    }

    @POST
    @Path("csv")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(
            value = "Takes a table of contacts in; with dryRun=true says what would happen (200) and stores nothing",
            example = ROWS,
            status = 201,
            answers = ImportReport.class,
            keeps = Keeps.ANSWER_AFTERWARDS,
            problems = {
                "crm.import.empty",
                "crm.import.no-header",
                "crm.import.no-row",
                "crm.import.no-mapping",
                "crm.import.option",
                "crm.import.charset"
            })
    public Response csv(
            InputStream body,
            @QueryParam("dryRun") String dryRun,
            @QueryParam("map") List<String> map,
            @QueryParam("delimiter") String delimiter,
            @QueryParam("charset") String charset,
            @Context Actor actor) {
        return answer(
                desk.csv(actor, file(body), new ImportOptions(Given.flag("dryRun", dryRun), map, delimiter, charset)));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(value = "All imports, newest first", of = ImportReport.class)
    public Page<ImportReport> list(
            @QueryParam("limit") Integer limit, @QueryParam("after") String after, @Context Actor actor) {
        return desk.imports(actor, PageRequest.of(limit, after));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(value = "One import", answers = ImportReport.class, problems = "crm.import.not-found")
    public ImportReport get(@PathParam("id") String id, @Context Actor actor) {
        return desk.get(actor, id);
    }

    @GET
    @Path("{id}/items")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(
            value = "What became of each card or row, in the order of the file",
            of = ImportItem.class,
            problems = {"crm.import.not-found", "crm.query.invalid"})
    public Page<ImportItem> items(
            @PathParam("id") String id,
            @QueryParam("status") String status,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return desk.items(
                actor, id, Given.word(ImportItem.Status.class, "status", status), PageRequest.of(limit, after));
    }

    @GET
    @Path("{id}/refused")
    @Produces({"text/vcard", "text/csv"})
    @Requires(ImportDesk.RUN)
    @Operation(value = "The refused cards or rows as they came", problems = "crm.import.not-found")
    public Download refused(@PathParam("id") String id, @Context Actor actor) {
        FileContent content = desk.refused(actor, id);
        boolean cards = desk.get(actor, id).format().equals("vcard");
        return new Download(
                cards ? "text/vcard" : "text/csv;charset=utf-8",
                "refused-" + id + (cards ? ".vcf" : ".csv"),
                content::writeTo);
    }

    /** A request without a body is a file without content. */
    private static InputStream file(InputStream body) {
        return body == null ? InputStream.nullInputStream() : body;
    }

    private static Response answer(ImportReport report) {
        return (report.dryRun() ? Response.ok() : Response.created(URI.create("imports/" + report.id())))
                .entity(report)
                .build();
    }
}
