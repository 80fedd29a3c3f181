package org.colonnade.crm.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.Suspect;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may be the same as a party. */
@Component(service = PartySuspects.class)
@Path("/parties/{id}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
public class PartySuspects {

    private final PartyDirectory directory;

    @Activate
    public PartySuspects(@Reference PartyDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "The parties that may be the same, the likeliest first",
            of = Suspect.class,
            problems = "crm.party.not-found")
    public List<Suspect> list(@PathParam("id") String id, @Context Actor actor) {
        return directory.suspects(actor, id);
    }
}
