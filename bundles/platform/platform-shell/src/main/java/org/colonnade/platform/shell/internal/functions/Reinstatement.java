package org.colonnade.platform.shell.internal.functions;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeatureEvent;
import org.apache.karaf.features.FeaturesListener;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.RepositoryEvent;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After the start, brings back every function of the list that the runtime has lost: its cache was thrown away after a crash or an
 * upgrade, or a backup was restored. From then on the list follows what is installed, also by {@code feature:install}.
 */
@Component(service = HealthCheck.class, immediate = true)
public final class Reinstatement implements HealthCheck, FeaturesListener {

    private static final Logger LOG = LoggerFactory.getLogger(Reinstatement.class);

    private final FeaturesService features;
    private final FunctionsDesk desk;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "functions"));
    private volatile boolean done;

    @Activate
    public Reinstatement(
            @Reference BootFinished booted, @Reference FeaturesService features, @Reference FunctionsDesk desk) {
        this.features = features;
        this.desk = desk;
        worker.execute(this::bringBack);
    }

    @Deactivate
    void stop() {
        features.unregisterListener(this);
        worker.shutdownNow();
    }

    @Override
    public void featureEvent(FeatureEvent event) {
        // in the features service's own thread: asking it anything here would wait for itself
        if (!event.isReplay() && Offers.idOf(event.getFeature().getName()) != null) {
            worker.execute(desk::remember);
        }
    }

    @Override
    public void repositoryEvent(RepositoryEvent event) {
        // a new repository only offers; nothing is installed by it
    }

    @Override
    public String name() {
        return "functions";
    }

    @Override
    public Finding check() {
        Set<String> wanted = desk.wanted();
        List<String> silent = wanted.stream().filter(id -> !desk.answers(id)).toList();
        if (silent.isEmpty()) {
            return Finding.well(
                    wanted.isEmpty()
                            ? "No function is installed."
                            : "All functions answer: " + String.join(", ", wanted) + '.');
        }
        String names = String.join(", ", silent);
        return done
                ? Finding.warning(
                        "Installed, but without an answer: " + names + '.',
                        "Look for it in the log, then restart or remove it.")
                : Finding.failed("The functions are being started: " + names + '.', "Wait a moment.");
    }

    private void bringBack() {
        try {
            Set<String> wanted = desk.wanted();
            wanted.forEach(this::bringBack);
            wanted.forEach(desk::awaitAnswer);
            desk.remember(wanted);
        } finally {
            done = true;
            features.registerListener(this);
        }
    }

    private void bringBack(String id) {
        try {
            desk.reinstate(id);
        } catch (Problem refused) {
            LOG.error("The function {} belongs here but cannot be brought back: {}", id, refused.getMessage());
        }
    }
}
