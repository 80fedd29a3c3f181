package org.colonnade.crm.internal.rest;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.FileContent;
import org.colonnade.crm.api.FileFormat;
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

/** Address books on their way in, and back. */
@Component(service = Imports.class)
@Path("/imports")
public class Imports {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CARD =
            "BEGIN:VCARD\nVERSION:4.0\nFN:Malee Srisuk\nEMAIL:malee.srisuk@example.com\nEND:VCARD\n";
    private static final Pattern WAIT =
            Pattern.compile("(?i)(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?=$|[,;])");

    private final ImportDesk desk;

    @Activate
    public Imports(@Reference ImportDesk desk) {
        this.desk = desk;
    }

    @POST
    @Consumes({"text/vcard", "text/x-vcard", "text/directory", "text/csv", XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(
            value =
                    "Takes a file of vCards, or a table of contacts as CSV or XLSX, in by a job; with dryRun=true only says what would"
                            + " happen; with wait (seconds) or Prefer: wait=… answers 200 with the report if it ends within that time",
            example = CARD,
            status = 202,
            answers = ImportReport.class,
            keeps = Keeps.ANSWER_AFTERWARDS,
            problems = {
                "crm.import.empty",
                "crm.import.no-card",
                "crm.import.no-header",
                "crm.import.no-row",
                "crm.import.no-mapping",
                "crm.import.records",
                "crm.import.option",
                "crm.import.charset",
                "platform.job.too-many"
            })
    public Response begin(
            InputStream body,
            @Context HttpHeaders headers,
            @HeaderParam("Prefer") String prefer,
            @QueryParam("dryRun") String dryRun,
            @QueryParam("map") List<String> map,
            @QueryParam("delimiter") String delimiter,
            @QueryParam("charset") String charset,
            @QueryParam("sheet") String sheet,
            @QueryParam("wait") Integer wait,
            @Context Actor actor) {
        ImportOptions options = new ImportOptions(Given.flag("dryRun", dryRun), map, delimiter, charset, sheet);
        String type = headers.getMediaType().getSubtype().toLowerCase(Locale.ROOT);
        boolean table = type.equals("csv") || XLSX.endsWith(type);
        return answer(
                actor,
                desk.begin(actor, table ? FileFormat.TABLE : FileFormat.VCARD, file(body), options),
                wait,
                prefer);
    }

    @POST
    @Path("{id}/commit")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(
            value = "Does by a job what a dry run has tried, with the file that was sent for it",
            status = 202,
            answers = ImportReport.class,
            keeps = Keeps.ANSWER_AFTERWARDS,
            problems = {"crm.import.not-found", "crm.import.not-tried", "crm.import.file-gone"})
    public Response commit(
            @PathParam("id") String id,
            @HeaderParam("Prefer") String prefer,
            @QueryParam("wait") Integer wait,
            @Context Actor actor) {
        return answer(actor, desk.commit(actor, id), wait, prefer);
    }

    @POST
    @Path("{id}/revert")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(ImportDesk.RUN)
    @Operation(
            value = "Takes a whole import back by a job; contacts that were touched since stay and are counted",
            status = 202,
            answers = ImportReport.class,
            keeps = Keeps.ANSWER_AFTERWARDS,
            problems = {
                "crm.import.not-found",
                "crm.import.not-ended",
                "crm.import.nothing-stored",
                "crm.import.reverted"
            })
    public Response revert(
            @PathParam("id") String id,
            @HeaderParam("Prefer") String prefer,
            @QueryParam("wait") Integer wait,
            @Context Actor actor) {
        return answer(actor, desk.revert(actor, id), wait, prefer);
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

    @GET
    @Path("{id}/errors.csv")
    @Produces("text/csv")
    @Requires(ImportDesk.RUN)
    @Operation(
            value = "The refused cards or rows as a table: place, line, code, reasons, and what came",
            problems = "crm.import.not-found")
    public Download errors(@PathParam("id") String id, @Context Actor actor) {
        FileContent content = desk.errors(actor, id);
        return new Download("text/csv;charset=utf-8", "errors-" + id + ".csv", content::writeTo);
    }

    /** A request without a body is a file without content. */
    private static InputStream file(InputStream body) {
        return body == null ? InputStream.nullInputStream() : body;
    }

    /** With the report, if it ends while the caller waits. */
    private Response answer(Actor actor, ImportReport begun, Integer wait, String prefer) {
        Integer seconds = wait == null ? preferred(prefer) : wait;
        ImportReport report =
                seconds == null || seconds <= 0 ? begun : desk.await(actor, begun.id(), Duration.ofSeconds(seconds));
        Response.ResponseBuilder answer = report.state().ended()
                ? Response.ok()
                : Response.status(Response.Status.ACCEPTED).header("Location", "/api/platform/jobs/" + report.job());
        if (wait == null && seconds != null) {
            answer.header("Preference-Applied", "wait=" + seconds);
        }
        return answer.header("Content-Location", "/api/crm/imports/" + report.id())
                .entity(report)
                .build();
    }

    /** The seconds of RFC 7240's {@code wait}; null if it is not there. */
    private static Integer preferred(String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        return wait.find() ? Integer.valueOf(wait.group(1)) : null;
    }
}
