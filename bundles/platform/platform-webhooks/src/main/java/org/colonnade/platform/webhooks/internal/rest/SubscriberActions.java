package org.colonnade.platform.webhooks.internal.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Keeps;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.webhooks.internal.Fares;
import org.colonnade.platform.webhooks.internal.Webhooks;
import org.colonnade.platform.webhooks.internal.domain.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done with a subscriber besides its upkeep. */
@Component(service = SubscriberActions.class)
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriberActions {

    private static final int USUAL_OVERLAP_HOURS = 24;

    private final Webhooks webhooks;
    private final Fares fares;

    @Activate
    public SubscriberActions(@Reference Webhooks webhooks, @Reference Fares fares) {
        this.webhooks = webhooks;
        this.fares = fares;
    }

    /**
     * A wish for a new secret.
     *
     * @param overlapHours for how long the one of before holds beside it, 0 to 720; 24 if missing
     */
    public record Rotation(Integer overlapHours) {}

    /**
     * A secret.
     *
     * @param secret shown here and never again
     */
    public record Secret(String secret) {}

    /**
     * From where events are sent once more: one of the two.
     *
     * @param position behind this position of the log; 0 for everything
     * @param from everything that happened from this moment on
     */
    public record Replay(Long position, Instant from) {}

    /**
     * Where a subscriber stands.
     *
     * @param position the last event of the log that was looked at
     */
    public record Standing(long position) {}

    /**
     * How a test went.
     *
     * @param taken whether the receiver said that it has it
     * @param status what it answered
     * @param millis how long it took
     * @param failure why it was not taken
     */
    public record Tested(boolean taken, Integer status, long millis, String failure) {

        static Tested of(Outcome outcome) {
            return new Tested(outcome.taken(), outcome.status(), outcome.millis(), outcome.failure());
        }
    }

    @GET
    @Path("{id}/health")
    @Requires(Webhooks.READ)
    @Operation(
            value = "How a subscriber fares: whether something is sent, why not, and how far it lags behind",
            problems = "webhooks.subscriber.not-found")
    public Fares.Fare health(@PathParam("id") String id, @Context Actor actor) {
        return fares.of(actor, id);
    }

    @POST
    @Path("{id}/secret")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Webhooks.CHANGE)
    @Operation(
            value = "A new secret to verify signatures with, shown once; the one of before holds beside it for a time",
            example = "{\"overlapHours\": 24}",
            keeps = Keeps.FACT,
            problems = {
                "webhooks.subscriber.not-found",
                "webhooks.subscriber.not-owner",
                "webhooks.subscriber.narrow-token",
                "webhooks.subscriber.overlap",
                "platform.vault.key"
            })
    public Secret rotate(@PathParam("id") String id, Rotation wish, @Context Actor actor) {
        int hours = wish.overlapHours() == null ? USUAL_OVERLAP_HOURS : wish.overlapHours();
        return new Secret(webhooks.rotate(actor, id, Duration.ofHours(hours)));
    }

    @POST
    @Path("{id}/test")
    @Requires(Webhooks.CHANGE)
    @Operation(
            value = "Sends an event that tells nothing, webhooks.test, and says how that went",
            keeps = Keeps.ANSWER_AFTERWARDS,
            problems = {"webhooks.subscriber.not-found", "webhooks.subscriber.no-secret", "platform.vault.key"})
    public Tested test(@PathParam("id") String id, @Context Actor actor) {
        return Tested.of(webhooks.test(actor, id));
    }

    @POST
    @Path("{id}/resume")
    @Requires(Webhooks.CHANGE)
    @Operation(
            value = "Sends again what waits: after a pause, or before its time",
            problems = "webhooks.subscriber.not-found")
    public Fares.Fare resume(@PathParam("id") String id, @Context Actor actor) {
        webhooks.resume(actor, id);
        return fares.of(actor, id);
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Webhooks.CHANGE)
    @Operation(
            value = "Sends once more what happened behind a position of the log, or from a moment on",
            example = "{\"position\": 0}",
            problems = {"webhooks.subscriber.not-found", "webhooks.subscriber.position", "webhooks.subscriber.replay"})
    public Standing replay(@PathParam("id") String id, Replay from, @Context Actor actor) {
        if ((from.position() == null) == (from.from() == null)) {
            throw new Malformed(
                    "webhooks.subscriber.replay",
                    "Say either a position of the log or a moment.",
                    List.of(new Rejected.Field("position", "or from")));
        }
        return new Standing(
                from.position() == null
                        ? webhooks.replay(actor, id, from.from())
                        : webhooks.replay(actor, id, from.position()));
    }
}
