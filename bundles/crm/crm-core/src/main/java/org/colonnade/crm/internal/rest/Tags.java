package org.colonnade.crm.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.Tag;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The words by which parties are found. */
@Component(service = Tags.class)
@Path("/tags")
@Produces(MediaType.APPLICATION_JSON)
public class Tags {

    private final PartyDirectory directory;

    @Activate
    public Tags(@Reference PartyDirectory directory) {
        this.directory = directory;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(value = "Every tag in use and how many parties carry it", of = Tag.class)
    public List<Tag> list(@Context Actor actor) {
        return directory.tags(actor);
    }
}
