package org.colonnade.platform.records.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.records.internal.sheet.SampleSheet;

/** Records of one kind in and out as tables. */
@Path("/records/files")
public final class RecordFiles<V extends Record, D extends Record> extends RecordPlace<V, D> {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Companions companions;

    RecordFiles(Upkeep<V, D> upkeep, Companions companions) {
        super(upkeep);
        this.companions = companions;
    }

    @Override
    public String place() {
        return super.place() + "/files";
    }

    /** A table, not a record. */
    @Override
    public String example() {
        return SampleSheet.of(upkeep.plan());
    }

    /** A file comes in; a job reads it. */
    @POST
    @Path("import")
    @Consumes({"text/csv", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Requires("{change}")
    @Operation(
            value = "Imports a CSV or XLSX file as a job: its progress, result and refused rows are the job's",
            example = "{draft}",
            status = 202,
            answers = Submitted.class,
            problems = {
                "platform.import.option",
                "platform.import.header",
                "platform.import.no-key",
                "platform.import.empty"
            })
    public Response importFile(
            InputStream body,
            @QueryParam("dryRun") Boolean dryRun,
            @QueryParam("map") List<String> map,
            @QueryParam("key") String key,
            @QueryParam("mode") String mode,
            @QueryParam("empty") String empty,
            @QueryParam("format") String format,
            @QueryParam("sheet") String sheet,
            @QueryParam("delimiter") String delimiter,
            @QueryParam("charset") String charset)
            throws IOException {
        ImportOrder order = new ImportOrder(
                upkeep.kind().key(),
                map(map),
                key,
                one("mode", mode, Set.of("upsert", "create", "update")),
                one("empty", empty, Set.of("keep", "clear")),
                Boolean.TRUE.equals(dryRun),
                upper(one("format", format, Set.of("csv", "xlsx"))),
                sheet,
                delimiter,
                charset);
        JobFiles files = jobs().prepare();
        files.keep(ImportJob.INPUT, MediaType.APPLICATION_OCTET_STREAM, body);
        ImportJob.header(sheets(), files.path(ImportJob.INPUT), order, upkeep);
        String title = (order.dryRun() ? "Dry run: import of " : "Import of ")
                + upkeep.kind().plural();
        return submitted(
                JobDraft.of(FileWorkers.IMPORT, title, upkeep.plan().json().write(order))
                        .with(files));
    }

    /** All of a file is taken back. */
    @POST
    @Path("import/{job}/undo")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires("{change}")
    @Operation(
            value = "Takes an import back as a job; records that were touched since stay and are counted",
            status = 202,
            answers = Submitted.class,
            problems = "platform.import.not-found")
    public Response undo(@PathParam("job") String job) {
        Job done = jobs().get(job);
        if (!done.kind().equals(FileWorkers.IMPORT) || !done.state().ended()) {
            throw new NotFound("platform.import.not-found", "This is no import that has ended.");
        }
        String input = upkeep.plan().json().write(Map.of("kind", upkeep.kind().key(), "job", done.id()));
        return submitted(JobDraft.of(FileWorkers.UNDO, "Undo: " + done.title(), input));
    }

    /** A table goes out, at once. */
    @GET
    @Path("export")
    @Produces({"text/csv", XLSX})
    @Requires("{read}")
    @Operation(
            value = "All records that a list would show on its pages, as a streamed table",
            problems = {"platform.export.format", "platform.filter.invalid", "platform.fields.unknown"})
    public Download export(
            @QueryParam("format") String format,
            @QueryParam("q") String q,
            @QueryParam("filter") String filter,
            @QueryParam("sort") String sort,
            @QueryParam("tag") String tag,
            @QueryParam("archived") String archived,
            @QueryParam("fields") String fields,
            @Context Actor actor) {
        ExportOrder order = new ExportOrder(upkeep.kind().key(), format, filter, q, sort, archived, tag, fields);
        checked(order, actor);
        SheetFormat kind = order.sheetFormat();
        Sheets sheets = sheets();
        return new Download(
                kind.contentType(), upkeep.kind().plural() + '.' + kind.suffix(), out -> new Exports<>(upkeep)
                        .write(sheets, out, kind, actor, order.query(), order.wanted(upkeep, actor), rows -> {}));
    }

    /** A table is made by a job. */
    @POST
    @Path("export")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Requires("{read}")
    @Operation(
            value = "The same as a job, for long lists; the table is a file of the job",
            example = "{\"format\": \"xlsx\"}",
            status = 202,
            answers = Submitted.class,
            problems = {"platform.export.format", "platform.filter.invalid", "platform.fields.unknown"})
    public Response exportFile(ExportOrder order, @Context Actor actor) {
        ExportOrder own = given(order).of(upkeep.kind().key());
        checked(own, actor);
        return submitted(JobDraft.of(
                FileWorkers.EXPORT,
                own.title(upkeep.kind().plural()),
                upkeep.plan().json().write(own)));
    }

    /** What is wrong with the query is told at once, not by a broken file. */
    private void checked(ExportOrder order, Actor actor) {
        order.sheetFormat();
        order.wanted(upkeep, actor);
        upkeep.list(actor, order.query().at(new org.colonnade.platform.api.PageRequest(1, null)));
    }

    private Response submitted(JobDraft draft) {
        Jobs jobs = jobs();
        String id = upkeep.tx().write(work -> jobs.submit(work, draft));
        return Response.status(202)
                .header("Location", "/api/platform/jobs/" + id)
                .entity(new Submitted(id))
                .build();
    }

    private static Map<String, String> map(List<String> pairs) {
        Map<String, String> map = new HashMap<>();
        for (String pair : pairs == null ? List.<String>of() : pairs) {
            int equals = pair.lastIndexOf('=');
            if (equals < 1) {
                new Fields().wrong("map", "reads <title>=<field>").orReject("platform.import.option");
            }
            map.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return map;
    }

    private static String one(String name, String value, Set<String> words) {
        if (value != null && !value.isEmpty() && !words.contains(value.toLowerCase(Locale.ROOT))) {
            new Fields()
                    .wrong(name, "is one of " + words.stream().sorted().toList())
                    .orReject("platform.import.option");
        }
        return value == null || value.isEmpty() ? null : value.toLowerCase(Locale.ROOT);
    }

    private static String upper(String value) {
        return value == null ? null : value.toUpperCase(Locale.ROOT);
    }

    private Jobs jobs() {
        return there(companions.jobs());
    }

    private Sheets sheets() {
        return there(companions.sheets());
    }

    private static <T> T there(T service) {
        if (service == null) {
            throw new Unavailable(
                    "platform.files.away", "Tables cannot be read or written now.", java.time.Duration.ofSeconds(2));
        }
        return service;
    }

    /**
     * A job that was submitted.
     *
     * @param job its id: {@code /api/platform/jobs/{id}}
     */
    public record Submitted(String job) {}
}
