package org.colonnade.platform.jobs.internal.engine;

import java.time.Duration;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The engine among the services: workers come and go with their functions. */
@Component(service = JobEngine.class, immediate = true)
public final class JobEngine {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Gatekeeper gatekeeper;

    private final Engine engine;

    @Activate
    public JobEngine(
            @Reference(target = "(module=jobs)") Tx tx, @Reference JobsSettings settings, @Reference JobFolder folder) {
        engine = new Engine(tx, settings, folder, this::account);
        engine.start();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "leave")
    void arrive(JobWorker worker) {
        engine.add(worker);
    }

    void leave(JobWorker worker) {
        engine.remove(worker);
    }

    @Deactivate
    void close() {
        engine.close();
    }

    /** What it is about. */
    public Engine engine() {
        return engine;
    }

    private Optional<Actor> account(Ref account) {
        Gatekeeper keeper = gatekeeper;
        if (keeper == null) {
            throw new Unavailable(
                    "platform.starting", "The platform is starting; ask again shortly.", Duration.ofSeconds(2));
        }
        return keeper.account(account);
    }
}
