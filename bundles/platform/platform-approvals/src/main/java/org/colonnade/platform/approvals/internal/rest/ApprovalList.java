package org.colonnade.platform.approvals.internal.rest;

import java.time.Clock;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.approvals.internal.DecisionDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests for approval: what waits for me, what became of them, yes and no. Who may decide is asked of the request's rule. */
@Component(service = ApprovalList.class)
@Path("/approvals")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalList {

    private final DecisionDesk desk;
    private final Clock clock;

    @Activate
    public ApprovalList(@Reference DecisionDesk desk) {
        this(desk, Clock.systemUTC());
    }

    ApprovalList(DecisionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * What somebody decides about.
     *
     * @param version the version that was seen
     * @param fingerprint the fingerprint that was seen
     * @param comment why; needed for a no
     */
    public record Say(long version, String fingerprint, String comment) {}

    @GET
    @Requires(DecisionDesk.READ)
    @Operation(
            value = "All requests for approval, the latest first",
            of = ApprovalView.class,
            problems = {"platform.page.limit", "platform.page.cursor"})
    public Page<ApprovalView> list(
            @QueryParam("state") ApprovalState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return desk.list(actor, state, PageRequest.of(limit, after)).map(one -> ApprovalView.of(one, clock.instant()));
    }

    @GET
    @Path("inbox")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "The requests that I may decide about now, the oldest first",
            of = ApprovalView.class,
            problems = {"platform.page.limit", "platform.page.cursor"})
    public Page<ApprovalView> inbox(
            @QueryParam("limit") Integer limit, @QueryParam("after") String after, @Context Actor actor) {
        return desk.inbox(actor, PageRequest.of(limit, after)).map(one -> ApprovalView.of(one, clock.instant()));
    }

    @GET
    @Path("{id}")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "A request, for who made it, may decide about it or has, and for who sees all",
            problems = "approvals.request.not-found")
    public ApprovalView read(@PathParam("id") String id, @Context Actor actor) {
        return ApprovalView.of(desk.read(actor, id), clock.instant());
    }

    @GET
    @Path("{id}/explain")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Whether I may decide and why not; with approvals.request.read also for another account 'person'",
            problems = {"approvals.request.not-found", "platform.user.not-found"})
    public DecisionDesk.Explanation explain(
            @PathParam("id") String id, @QueryParam("person") String person, @Context Actor actor) {
        return desk.explain(actor, id, person == null ? null : person(person));
    }

    private static Ref person(String text) {
        try {
            return Ref.parse(text);
        } catch (IllegalArgumentException noReference) {
            throw NotFound.of("platform", "user", text);
        }
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Approves what I have seen; never what I made, nor for somebody who made it",
            example = "{\"version\": 3, \"fingerprint\": \"9f86d081884c7d65\", \"comment\": \"As agreed\"}",
            problems = {
                "approvals.request.not-found", "approvals.request.closed", "approvals.request.expired",
                "approvals.request.stale", "approvals.maker.is-checker", "approvals.decision.twice",
                "approvals.limit.exceeded", "approvals.person.needed", "approvals.decision.invalid"
            })
    public ApprovalView approve(@PathParam("id") String id, Say say, @Context Actor actor) {
        return ApprovalView.of(
                desk.decide(actor, id, true, say.version(), say.fingerprint(), say.comment()), clock.instant());
    }

    @POST
    @Path("{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Refuses what I have seen, and says why",
            example = "{\"version\": 3, \"fingerprint\": \"9f86d081884c7d65\", \"comment\": \"Too dear\"}",
            problems = {
                "approvals.request.not-found", "approvals.request.closed", "approvals.request.expired",
                "approvals.request.stale", "approvals.maker.is-checker", "approvals.decision.twice",
                "approvals.limit.exceeded", "approvals.person.needed", "approvals.decision.invalid"
            })
    public ApprovalView refuse(@PathParam("id") String id, Say say, @Context Actor actor) {
        return ApprovalView.of(
                desk.decide(actor, id, false, say.version(), say.fingerprint(), say.comment()), clock.instant());
    }

    @POST
    @Path("{id}/withdraw")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Takes a request back that I made",
            problems = {"approvals.request.not-found", "approvals.request.closed", "approvals.request.others"})
    public ApprovalView withdraw(@PathParam("id") String id, @Context Actor actor) {
        return ApprovalView.of(desk.withdraw(actor, id), clock.instant());
    }
}
