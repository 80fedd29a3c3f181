package org.colonnade.platform.rest.internal.platform;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether the data of the modules agrees. */
@Component(service = InvariantResource.class)
@Path("/invariants")
@Produces("application/json")
public final class InvariantResource {

    private static final int EXAMPLES = 20;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<Invariant> invariants = new CopyOnWriteArrayList<>();

    @GET
    @Requires(value = PlatformPermissions.INVARIANTS_READ, scope = Scope.GLOBAL)
    @Operation("Checks every invariant now, and shows up to 20 counter-examples of each that does not hold.")
    public List<Verdict> check() {
        return List.copyOf(invariants).stream()
                .sorted(Comparator.comparing(Invariant::name))
                .map(InvariantResource::verdict)
                .toList();
    }

    private static Verdict verdict(Invariant invariant) {
        List<String> examples = invariant.counterExamples(EXAMPLES);
        return new Verdict(invariant.name(), invariant.statement(), examples.isEmpty(), examples);
    }

    /**
     * What was found out about one invariant.
     *
     * @param name of the invariant
     * @param statement in plain words
     * @param holds whether it is true now
     * @param counterExamples the records for which it is not
     */
    public record Verdict(String name, String statement, boolean holds, List<String> counterExamples) {}
}
