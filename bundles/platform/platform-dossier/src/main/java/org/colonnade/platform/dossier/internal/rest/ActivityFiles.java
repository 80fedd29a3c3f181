package org.colonnade.platform.dossier.internal.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activities;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityQuery;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.dossier.internal.DossierModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is to be done, and was done. */
@Component(service = ActivityFiles.class)
@Path("/activities")
@Produces(MediaType.APPLICATION_JSON)
public final class ActivityFiles {

    private final Activities activities;

    @Activate
    public ActivityFiles(@Reference Activities activities) {
        this.activities = activities;
    }

    @GET
    @Requires(DossierModule.READ)
    @Operation(
            value = "Activities that you may see, by due time or else start; owner=me are your own",
            of = Activity.class,
            problems = "platform.record.unknown")
    public Page<Activity> list(
            @QueryParam("about") Ref about,
            @QueryParam("owner") String owner,
            @QueryParam("state") ActivityState state,
            @QueryParam("type") ActivityType type,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        Ref whose = owner == null ? null : owner(owner, actor);
        return activities.find(
                actor, new ActivityQuery(about, whose, state, type, from, to), PageRequest.of(limit, after));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "Plans a task, a call, a meeting",
            example =
                    """
                    {"type": "MEETING", "subject": "Offer for the new office", "start": "2027-03-01T09:00:00",
                     "end": "2027-03-01T10:00:00", "zone": "Asia/Bangkok", "reminderMinutes": 15,
                     "location": "Bangkok", "attendees": [{"email": "malee.srisuk@example.com", "name": "Malee Srisuk"}]}""",
            status = 201,
            answers = Activity.class,
            problems = {"platform.record.unknown", "platform.activity.invalid"})
    public Response plan(ActivityDraft draft, @Context Actor actor) {
        Activity activity = activities.plan(actor, draft);
        return Given.withVersion(
                Response.created(URI.create("activities/" + activity.id())), activity, activity.version());
    }

    @GET
    @Path("{id}")
    @Requires(DossierModule.READ)
    @Operation(value = "One activity", answers = Activity.class, problems = "platform.activity.not-found")
    public Response get(@PathParam("id") String id, @Context Actor actor) {
        return ok(activities.get(actor, id));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "Changes what is planned; a change of time or place raises the sequence",
            example = """
                    {"location": "Chiang Mai"}""",
            answers = Activity.class,
            patches = ActivityDraft.class,
            problems = {
                "platform.activity.not-found",
                "platform.activity.invalid",
                "platform.activity.ended",
                "platform.activity.not-yours"
            })
    public Response change(
            @PathParam("id") String id,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        return ok(activities.change(actor, id, version -> Versions.match(ifMatch, version), given::applyTo));
    }

    @POST
    @Path("{id}/done")
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "It was done; there is no way back",
            answers = Activity.class,
            problems = {"platform.activity.not-found", "platform.activity.ended", "platform.activity.not-yours"})
    public Response done(@PathParam("id") String id, @Context Actor actor) {
        return ok(activities.done(actor, id, version -> {}));
    }

    @POST
    @Path("{id}/cancel")
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "It will not happen; there is no way back",
            answers = Activity.class,
            problems = {"platform.activity.not-found", "platform.activity.ended", "platform.activity.not-yours"})
    public Response cancel(@PathParam("id") String id, @Context Actor actor) {
        return ok(activities.cancel(actor, id, version -> {}));
    }

    @GET
    @Path("{id}/ics")
    @Produces("text/calendar")
    @Requires(DossierModule.READ)
    @Operation(value = "The activity as an iCalendar file", problems = "platform.activity.not-found")
    public Download calendar(@PathParam("id") String id, @Context Actor actor) {
        return download(activities.calendar(actor, id), "activity-" + id + ".ics");
    }

    static Download download(String calendar, String name) {
        byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
        return new Download("text/calendar;charset=utf-8", name, out -> out.write(bytes));
    }

    /** {@code me}, or a reference. */
    static Ref owner(String text, Actor actor) {
        try {
            return text.equals("me") ? actor.ref() : Ref.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw new Malformed(
                    "platform.parameter.malformed",
                    "'owner' is neither 'me' nor a reference, module:type:id.",
                    List.of(new Rejected.Field("owner", "is neither 'me' nor a reference, module:type:id")));
        }
    }

    private static Response ok(Activity activity) {
        return Given.withVersion(Response.ok(), activity, activity.version());
    }
}
