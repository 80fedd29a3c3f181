package org.colonnade.platform.dossier.internal.rest;

import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.TagCount;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.dossier.internal.DossierModule;
import org.colonnade.platform.dossier.internal.TagDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tags of a record, whatever function keeps it. */
@Component(service = TagFiles.class)
@Path("/tags")
@Produces(MediaType.APPLICATION_JSON)
public final class TagFiles {

    private final TagDesk desk;

    @Activate
    public TagFiles(@Reference TagDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(DossierModule.READ)
    @Operation(
            value = "The tags of a record, in their order",
            answers = Tagged.class,
            problems = "platform.record.unknown")
    public Tagged get(@QueryParam("ref") Ref ref, @Context Actor actor) {
        return new Tagged(desk.of(actor, Given.required("ref", ref)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "Gives a record exactly these tags",
            example = """
                    {"tags": ["VIP", "ลูกค้าใหม่"]}""",
            answers = Tagged.class,
            problems = {"platform.record.unknown", "platform.tag.invalid"})
    public Tagged set(@QueryParam("ref") Ref ref, Tagged tagged, @Context Actor actor) {
        return new Tagged(desk.set(actor, Given.required("ref", ref), tagged.tags));
    }

    @GET
    @Path("counts")
    @Requires(DossierModule.READ)
    @Operation(
            value = "Every tag of a kind of record, with how many have it",
            of = TagCount.class,
            problems = "platform.record.unknown")
    public List<TagCount> counts(@QueryParam("kind") String kind, @Context Actor actor) {
        return desk.counts(actor, Given.kind(kind));
    }

    @GET
    @Path("records")
    @Requires(DossierModule.READ)
    @Operation(
            value = "The records of a kind that have a tag and that you may see",
            of = Ref.class,
            problems = "platform.record.unknown")
    public Page<Ref> records(
            @QueryParam("kind") String kind,
            @QueryParam("tag") String tag,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        Page<Ref> page =
                desk.records(actor, Given.kind(kind), Given.required("tag", tag), PageRequest.of(limit, after));
        Set<Ref> shown = desk.readable(actor, page.items());
        return new Page<>(page.items().stream().filter(shown::contains).toList(), page.next());
    }

    /**
     * The tags of a record.
     *
     * @param tags in their order
     */
    public record Tagged(List<String> tags) {}
}
