package org.colonnade.platform.schedules.internal.rest;

import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.schedule.ScheduleState;
import org.colonnade.platform.api.schedule.Schedules;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.schedules.internal.Firing;
import org.colonnade.platform.schedules.internal.Schedule;
import org.colonnade.platform.schedules.internal.ScheduleBook;
import org.colonnade.platform.schedules.internal.ScheduleDraft;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done with schedules beside their upkeep, which is the record kit's. */
@Component(service = ScheduleVerbs.class)
@Path("/schedules")
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleVerbs {

    private static final int SOME = 10;
    private static final String DRAFT =
            "{\"name\": \"Month's end\", \"kind\": \"privacy.retention\", \"zone\": \"Asia/Bangkok\", \"cron\": \"0 18 L * *\"}";

    private final ScheduleBook book;

    @Activate
    public ScheduleVerbs(@Reference ScheduleBook book) {
        this.book = book;
    }

    /**
     * Planned instants.
     *
     * @param items in order, UTC
     */
    public record Instants(List<Instant> items) {}

    /**
     * What was made.
     *
     * @param job the job's id
     */
    public record Made(String job) {}

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Schedules.READ)
    @Operation(
            value =
                    "When a schedule that is not there yet would come: count planned instants, 10 if missing; nothing is stored",
            example = DRAFT,
            problems = {"schedule.plan.invalid", "schedule.plan.count", "schedule.calendar.away"})
    public Instants preview(
            ScheduleDraft draft, @QueryParam("after") Instant after, @QueryParam("count") Integer count) {
        if (draft == null) {
            throw new Malformed("platform.body.missing", "This needs a schedule in the body.");
        }
        return new Instants(book.preview(draft, after, count == null ? SOME : count));
    }

    @GET
    @Path("{id}/state")
    @Requires(Schedules.READ)
    @Operation(
            value = "How a schedule stands: what it waits for, its last job, what was missed within a day",
            problems = "schedule.plan.not-found")
    public ScheduleState state(@PathParam("id") String id, @Context Actor actor) {
        return book.get(actor, id);
    }

    @GET
    @Path("{id}/next")
    @Requires(Schedules.READ)
    @Operation(
            value = "When a schedule comes after a moment, now if none is named: count planned instants, 10 if missing",
            problems = {"schedule.plan.not-found", "schedule.plan.count", "schedule.calendar.away"})
    public Instants next(
            @PathParam("id") String id,
            @QueryParam("after") Instant after,
            @QueryParam("count") Integer count,
            @Context Actor actor) {
        return new Instants(book.next(actor, id, after, count == null ? SOME : count));
    }

    @GET
    @Path("{id}/firings")
    @Requires(Schedules.READ)
    @Operation(
            value = "What became of the planned instants of a schedule, the newest first",
            of = Firing.class,
            problems = {"schedule.plan.not-found", "platform.page.limit", "platform.page.cursor"})
    public Page<Firing> firings(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return book.firings(actor, id, PageRequest.of(limit, after));
    }

    @POST
    @Path("{id}/pause")
    @Requires(Schedules.CHANGE)
    @Operation(
            value = "Pauses a schedule: what is planned meanwhile does not come, and is not missed either",
            answers = Schedule.class,
            problems = {"schedule.plan.not-found", "schedule.plan.archived"})
    public Response pause(@PathParam("id") String id, @Context Actor actor) {
        return answer(actor, book.pause(actor, id, true));
    }

    @POST
    @Path("{id}/resume")
    @Requires(Schedules.CHANGE)
    @Operation(
            value = "Lets a schedule go on from now",
            answers = Schedule.class,
            problems = {"schedule.plan.not-found", "schedule.plan.archived", "schedule.calendar.away"})
    public Response resume(@PathParam("id") String id, @Context Actor actor) {
        return answer(actor, book.pause(actor, id, false));
    }

    @POST
    @Path("{id}/run")
    @Requires(Schedules.CHANGE)
    @Operation(
            value = "Makes the job of a schedule now, beside what is planned, on behalf of the schedule's owner",
            problems = {
                "schedule.plan.not-found",
                "schedule.plan.archived",
                "schedule.plan.running",
                "schedule.plan.owner-gone",
                "platform.job.too-many"
            })
    public Made run(@PathParam("id") String id, @Context Actor actor) {
        return new Made(book.runNow(actor, id));
    }

    private Response answer(Actor actor, Kept<Schedule> kept) {
        return Response.ok(book.desk().shown(actor, List.of(kept)).get(0))
                .tag(new EntityTag(Long.toString(kept.version())))
                .build();
    }
}
