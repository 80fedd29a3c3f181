package org.colonnade.crm.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.MatchDesk;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.crm.api.ScanRequest;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pairs of parties that may be one. */
@Component(service = Duplicates.class)
@Path("/duplicates")
@Produces(MediaType.APPLICATION_JSON)
public class Duplicates {

    private final PartyDirectory directory;
    private final PartyDesk desk;

    private final MatchDesk matches;
    private final MergeDesk merges;

    @Activate
    public Duplicates(
            @Reference PartyDirectory directory,
            @Reference PartyDesk desk,
            @Reference MatchDesk matches,
            @Reference MergeDesk merges) {
        this.directory = directory;
        this.desk = desk;
        this.matches = matches;
        this.merges = merges;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "The pairs that may be one party, newest first: open ones, or state=REJECTED or MERGED",
            of = Duplicate.class,
            problems = "crm.query.invalid")
    public Page<Duplicate> list(
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        Duplicate.State wanted = Given.word(Duplicate.State.class, "state", state);
        return directory.duplicates(
                actor, wanted == null ? Duplicate.State.OPEN : wanted, PageRequest.of(limit, after));
    }

    @POST
    @Path("scan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(MergeDesk.MERGE)
    @Operation(
            value =
                    "Looks through the next stretch of all parties for pairs, for some seconds; repeat with the checkpoint until done",
            example = """
                    {}""",
            answers = ScanProgress.class,
            problems = "crm.scan.checkpoint")
    public ScanProgress scan(ScanRequest request, @Context Actor actor) {
        return matches.scan(actor, request.checkpoint());
    }

    @POST
    @Path("scans")
    @Requires(MergeDesk.MERGE)
    @Operation(
            value =
                    "Looks through all parties as a job in the background, which tells how far it is and goes on after a restart",
            status = 202,
            answers = Begun.class,
            problems = {"crm.scan.no-jobs", "platform.job.too-many"})
    public Response scanAll(@Context Actor actor) {
        String job = matches.scanAll(actor);
        return Response.status(Response.Status.ACCEPTED)
                .header("Location", "/api/platform/jobs/" + job)
                .entity(new Begun(job))
                .build();
    }

    /**
     * A job that was begun.
     *
     * @param job its id: {@code /api/platform/jobs/{id}}
     */
    public record Begun(String job) {}

    @POST
    @Path("{id}/merge")
    @Requires(MergeDesk.MERGE)
    @Operation(
            value = "Makes the two one; the older one survives",
            answers = Merge.class,
            problems = {
                "crm.duplicate.not-found",
                "crm.party.merged",
                "crm.party.archived",
                "crm.merge.invalid",
                "crm.merge.too-much"
            })
    public Merge merge(@PathParam("id") String id, @Context Actor actor) {
        return merges.mergeDuplicate(actor, id);
    }

    @POST
    @Path("{id}/reject")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Remembers for ever that the two are not the same",
            answers = Duplicate.class,
            problems = "crm.duplicate.not-found")
    public Duplicate reject(@PathParam("id") String id, @Context Actor actor) {
        return desk.notTheSame(actor, id);
    }
}
