package org.colonnade.platform.rest.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.rest.internal.endpoint.Switchboard;
import org.colonnade.platform.rest.internal.resource.Inspection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Goes round all health checks, in bounded time: one that hangs is itself a finding, and is not asked again before it came back. */
@Component(service = Ward.class)
public final class Ward {

    private static final Set<String> NEEDED = Set.of("platform", "security");
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Gatekeeper gatekeeper;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

    private final ExecutorService rounds = Executors.newCachedThreadPool(Ward::thread);
    private final Map<HealthCheck, Future<Finding>> running = new ConcurrentHashMap<>();
    private final Switchboard switchboard;
    private List<Seen> last = List.of();
    private long lastAt = System.nanoTime() - FRESH_NANOS;

    @Activate
    public Ward(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Deactivate
    void close() {
        rounds.shutdownNow();
    }

    /** What was seen, at most half a second ago, so that asking often costs little. */
    synchronized List<Seen> round() {
        if (System.nanoTime() - lastAt >= FRESH_NANOS) {
            last = look();
            lastAt = System.nanoTime();
        }
        return last;
    }

    private List<Seen> look() {
        List<Seen> seen = new ArrayList<>();
        seen.add(new Seen("identity", identity()));
        seen.add(new Seen("modules", modules()));
        List<HealthCheck> all = List.copyOf(checks);
        running.keySet().retainAll(all);
        all.forEach(check -> running.computeIfAbsent(check, one -> rounds.submit(one::check)));
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        all.stream()
                .sorted(Comparator.comparing(HealthCheck::name))
                .forEach(check -> seen.add(new Seen(check.name(), await(check, until))));
        return List.copyOf(seen);
    }

    private Finding await(HealthCheck check, long until) {
        Future<Finding> result = running.get(check);
        try {
            Finding finding = result.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            running.remove(check);
            return finding;
        } catch (TimeoutException hangs) {
            return Finding.failed(
                    "The check does not come back.", "Look at the platform's log; what it looks after probably hangs.");
        } catch (ExecutionException e) {
            running.remove(check);
            return Finding.failed("The check itself failed.", "Look at the platform's log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.failed("The check was interrupted.", "Ask again.");
        }
    }

    private Finding identity() {
        return gatekeeper == null
                ? Finding.failed(
                        "Nobody can sign in: the security of the platform is not started.",
                        "Wait, or look at the platform's log.")
                : Finding.well("Callers are recognised.");
    }

    private Finding modules() {
        List<Inspection> refused = switchboard.refused();
        if (!refused.isEmpty()) {
            String who = String.join(
                    ", ",
                    refused.stream()
                            .map(inspection -> inspection.module().id())
                            .distinct()
                            .sorted()
                            .toList());
            return Finding.warning(
                    "Refused for what they declare: " + who + ".", "The platform's log names the faults.");
        }
        Set<String> missing = new TreeSet<>(NEEDED);
        switchboard
                .answering()
                .forEach(inspection -> missing.remove(inspection.module().id()));
        return missing.isEmpty()
                ? Finding.well("The platform's own resources answer.")
                : Finding.failed(
                        "Not answering yet: " + String.join(", ", missing) + ".",
                        "Wait, or look at the platform's log.");
    }

    private static Thread thread(Runnable round) {
        Thread thread = new Thread(round, "colonnade-health");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * One check's finding.
     *
     * @param name what was looked after
     * @param finding what was seen
     */
    record Seen(String name, Finding finding) {}
}
