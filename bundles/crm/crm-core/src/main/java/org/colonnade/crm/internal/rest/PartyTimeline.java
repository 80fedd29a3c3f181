package org.colonnade.crm.internal.rest;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.timeline.Timeline;
import org.colonnade.crm.api.timeline.TimelinePage;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened to a party. */
@Component(service = PartyTimeline.class)
@Path("/parties/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class PartyTimeline {

    private final Timeline timeline;

    @Activate
    public PartyTimeline(@Reference Timeline timeline) {
        this.timeline = timeline;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "What happened to a party in every function that is installed, newest first; before= a 'next' or an instant,"
                    + " kinds= such as crm.note,crm.opportunity; a function that does not tell in time is named under 'missing'",
            problems = {"crm.party.not-found", "crm.timeline.invalid"})
    public TimelinePage timeline(
            @PathParam("id") String id,
            @QueryParam("before") String before,
            @QueryParam("limit") Integer limit,
            @QueryParam("kinds") String kinds,
            @Context Actor actor) {
        Set<String> wanted = kinds == null || kinds.isBlank()
                ? Set.of()
                : Arrays.stream(kinds.split(",")).map(String::strip).collect(Collectors.toSet());
        return timeline.of(actor, id, before, limit == null ? PageRequest.DEFAULT_LIMIT : limit, wanted);
    }
}
