package org.colonnade.platform.records.internal;

import java.net.URI;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.web.JsonBody;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.records.internal.sql.Leaf;

/** The records of one kind: list, add, read, change, put away, bring back. */
@Path("/records")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordResource<V extends Record, D extends Record> extends RecordPlace<V, D> {

    private final SavedViews views;

    RecordResource(Upkeep<V, D> upkeep, SavedViews views) {
        super(upkeep);
        this.views = views;
    }

    /** A page. */
    @GET
    @Requires("{read}")
    @Operation(
            value = "The records that a saved view, a FIQL filter and all words of q find, sorted, page by page",
            answers = Page.class,
            of = View.class,
            problems = {
                "platform.filter.invalid",
                "platform.filter.unknown-field",
                "platform.sort.unknown-field",
                "platform.fields.unknown",
                "platform.search.too-long",
                "platform.search.unavailable",
                "platform.page.cursor",
                "platform.page.limit",
                "records.view.not-found",
                "records.view.other-kind"
            })
    public Response list(
            @QueryParam("view") String view,
            @QueryParam("q") String q,
            @QueryParam("filter") String filter,
            @QueryParam("sort") String sort,
            @QueryParam("tag") String tag,
            @QueryParam("archived") String archived,
            @QueryParam("fields") String fields,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        SavedViews.Asked asked = views.asked(
                actor,
                view,
                upkeep.kind().key(),
                new RecordQuery(filter, q, sort, archived, tag, PageRequest.of(limit, after)),
                fields);
        Set<String> wanted = answers.wanted(asked.fields(), upkeep.sight(actor));
        return Response.ok(upkeep.tx().read(work -> answers.page(work, actor, asked.query(), wanted)))
                .build();
    }

    /** A new one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("{change}")
    @Operation(
            value = "Adds a record",
            example = "{draft}",
            status = 201,
            takes = Draft.class,
            answers = View.class,
            problems = {"platform.field.not-writable"})
    public Response create(JsonBody body, @Context Actor actor) {
        Extras extras = extras(given(body));
        return created(actor, upkeep.create(actor, body.as(upkeep.kind().draft()), extras));
    }

    /** One. */
    @GET
    @Path("{id}")
    @Requires("{read}")
    @Operation(
            value = "One record, archived or not; 301 with the new place for one that was merged into another",
            answers = View.class,
            problems = "platform.fields.unknown")
    public Response read(@PathParam("id") String id, @QueryParam("fields") String fields, @Context Actor actor) {
        Set<String> wanted = answers.wanted(fields, upkeep.sight(actor));
        Response answer = upkeep.tx().read(work -> {
            Leaf<V> leaf = upkeep.leaf(work, actor, id);
            Ref other = leaf.document() == null
                    ? upkeep.plan().merged(upkeep.book().read(work, leaf).value())
                    : null;
            return other == null
                    ? answer(Response.ok(), leaf.kept().version(), answers.one(work, actor, leaf, wanted))
                    : moved(other);
        });
        if (answer.getStatus() == Response.Status.OK.getStatusCode()) {
            upkeep.kind().rules().looked(actor, id);
        }
        return answer;
    }

    /** Points at the record that this one became a part of; nothing else is at the old place any more. */
    private Response moved(Ref other) {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(place() + '/' + other.id()))
                .entity(new Moved(other))
                .build();
    }

    /**
     * What a caller finds under the id of a record that is part of another one.
     *
     * @param mergedInto the other one
     */
    public record Moved(Ref mergedInto) {}

    /** Another state of one. */
    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Requires("{change}")
    @Operation(
            value = "Changes a record",
            example = "{draft}",
            answers = View.class,
            patches = Draft.class,
            problems = {"platform.field.not-writable", "platform.record.stale"})
    public Response change(
            @PathParam("id") String id,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        Changes<V, D> changes = new Changes<>(upkeep);
        return ok(actor, changes.apply(actor, id, version -> Versions.match(ifMatch, version), given(patch)));
    }

    /** Away. */
    @DELETE
    @Path("{id}")
    @Requires("{change}")
    @Operation(value = "Puts a record away; nothing of it is deleted", status = 204)
    public void archive(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        upkeep.archive(actor, id, version -> Versions.match(ifMatch, version));
    }

    /** Back. */
    @POST
    @Path("{id}/restore")
    @Requires("{change}")
    @Operation(value = "Brings an archived record back", answers = View.class)
    public Response restore(@PathParam("id") String id, @Context Actor actor) {
        return ok(actor, upkeep.restore(actor, id, version -> {}));
    }
}
