package org.colonnade.platform.events.kafka.internal.rest;

import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.events.kafka.internal.Publishing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the log reaches Kafka, of all companies. */
@Component(service = KafkaResource.class)
@Path("/events/kafka")
@Produces(MediaType.APPLICATION_JSON)
public final class KafkaResource {

    private final Publishing publishing;

    @Activate
    public KafkaResource(@Reference Publishing publishing) {
        this.publishing = publishing;
    }

    /**
     * From where events are published once more: one of the two.
     *
     * @param position behind this position of the log; 0 for everything
     * @param from everything that happened from this moment on
     */
    public record Replay(Long position, Instant from) {}

    @GET
    @Requires(value = Publishing.READ, scope = Scope.GLOBAL)
    @Operation("How events reach Kafka: how far each company's have got, and why the next one has not")
    public Publishing.Fare fare(@Context Actor actor) {
        return publishing.fare(actor);
    }

    @POST
    @Path("resume")
    @Requires(value = Publishing.CHANGE, scope = Scope.GLOBAL)
    @Operation("Tries at once what has failed, instead of after its pause")
    public Publishing.Fare resume(@Context Actor actor) {
        return publishing.resume(actor);
    }

    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = Publishing.CHANGE, scope = Scope.GLOBAL)
    @Operation(
            value =
                    "Publishes once more what happened behind a position of the log, or from a moment on; the head of the log passes"
                            + " over what waits",
            example = "{\"position\": 0}",
            problems = {"events-kafka.position.invalid", "events-kafka.replay.unclear"})
    public Publishing.Fare replay(Replay wish, @Context Actor actor) {
        if ((wish.position() == null) == (wish.from() == null)) {
            throw new Malformed(
                    "events-kafka.replay.unclear",
                    "Say either a position of the log or a moment.",
                    List.of(new Rejected.Field("position", "or from")));
        }
        return wish.position() == null
                ? publishing.replay(actor, wish.from())
                : publishing.replay(actor, wish.position());
    }
}
