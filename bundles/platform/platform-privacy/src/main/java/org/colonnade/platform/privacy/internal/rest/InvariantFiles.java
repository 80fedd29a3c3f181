package org.colonnade.platform.privacy.internal.rest;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.admin.InvariantRuns;
import org.colonnade.platform.api.admin.InvariantRuns.Run;
import org.colonnade.platform.api.admin.InvariantRuns.Verdict;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.privacy.internal.PrivacyPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the data of the modules agrees. */
@Component(service = InvariantFiles.class)
@Path("/invariants")
@Produces(MediaType.APPLICATION_JSON)
public final class InvariantFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InvariantRuns runs;

    @Activate
    public InvariantFiles(@Reference InvariantRuns runs) {
        this.runs = runs;
    }

    @GET
    @Requires(value = PrivacyPermissions.READ_INVARIANTS, scope = Scope.GLOBAL)
    @Operation(value = "Every invariant with what was last found out about it", of = Verdict.class)
    public List<Verdict> all() {
        return runs.all();
    }

    @POST
    @Path("run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = PrivacyPermissions.RUN_INVARIANTS, scope = Scope.GLOBAL)
    @Operation(
            value =
                    "Checks all invariants now, or those of the names and modules given; answers when it is done, or after twenty"
                            + " seconds with a run that goes on",
            example = """
                    {"names": []}""",
            problems = {"platform.invariants.running", "platform.invariant.unknown"})
    public Run run(Wish wish) {
        List<String> names = wish.names();
        Run begun = runs.start(
                names == null
                        ? List.of()
                        : names.stream().filter(Objects::nonNull).toList());
        return runs.await(begun.id(), PATIENCE);
    }

    @GET
    @Path("runs")
    @Requires(value = PrivacyPermissions.READ_INVARIANTS, scope = Scope.GLOBAL)
    @Operation(value = "The runs that are kept, newest first", of = Run.class)
    public Page<Run> runs(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return runs.runs(PageRequest.of(limit, after));
    }

    @GET
    @Path("runs/{id}")
    @Requires(value = PrivacyPermissions.READ_INVARIANTS, scope = Scope.GLOBAL)
    @Operation(value = "One run with what it found out", problems = "platform.invariant-run.not-found")
    public Run get(@PathParam("id") String id) {
        return runs.get(id);
    }

    /**
     * What shall be checked.
     *
     * @param names of invariants or of modules; all if missing or empty
     */
    public record Wish(List<String> names) {}
}
