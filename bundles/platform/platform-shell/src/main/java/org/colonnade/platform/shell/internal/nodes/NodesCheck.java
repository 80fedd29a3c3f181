package org.colonnade.platform.shell.internal.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.shell.internal.functions.FunctionsDesk;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which other nodes share the database, and whether they are alike: functions are installed on each node by itself, so a client
 * behind a balancer could meet a function on one of them only.
 */
@Component(service = HealthCheck.class, immediate = true)
public final class NodesCheck implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NodesCheck.class);
    private static final int PULSE_SECONDS = 5;
    private static final Duration ALIVE = Duration.ofSeconds(20);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Tx tx;
    private final Supplier<NodeRow> own;
    private final String id = UUID.randomUUID().toString();
    private ScheduledThreadPoolExecutor thread;

    @Activate
    public NodesCheck(
            BundleContext context, @Reference(target = "(module=shell)") Tx tx, @Reference FunctionsDesk functions) {
        this.tx = tx;
        String address = context.getProperty("colonnade.http.host") + ":" + context.getProperty("colonnade.http.port");
        String build = build(Path.of(context.getProperty("colonnade.home")).resolve("data/stamp"));
        this.own = () -> new NodeRow(id, address, build, functions.answering());
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "colonnade-nodes");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.scheduleWithFixedDelay(this::pulse, 0, PULSE_SECONDS, TimeUnit.SECONDS);
    }

    NodesCheck(Tx tx, String address, String build, Supplier<Set<String>> functions) {
        this.tx = tx;
        this.own = () -> new NodeRow(id, address, build, functions.get());
    }

    @Deactivate
    void close() throws InterruptedException {
        if (thread != null) {
            // never interrupted: H2 closes its file when a thread that writes is interrupted
            thread.shutdown();
            thread.awaitTermination(PULSE_SECONDS, TimeUnit.SECONDS);
        }
        try {
            tx.write(work -> {
                NodeRows.gone(work, id);
                return null;
            });
        } catch (RuntimeException away) {
            LOG.debug("This node could not say that it leaves", away);
        }
    }

    /** A sign of life. */
    void pulse() {
        try {
            tx.write(work -> {
                NodeRows.seen(work, own.get());
                NodeRows.forget(work, FORGOTTEN);
                return null;
            });
        } catch (RuntimeException away) {
            LOG.debug("No sign of life of this node", away);
        }
    }

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public Finding check() {
        try {
            List<NodeRow> others = tx.read(work -> NodeRows.others(work, id, ALIVE));
            return others.isEmpty() ? Finding.well("This is the only node.") : compared(own.get(), others);
        } catch (Problem away) {
            return Finding.warning("Other nodes cannot be seen: the store does not answer.", "See the check 'store'.");
        }
    }

    private static Finding compared(NodeRow here, List<NodeRow> others) {
        for (NodeRow other : others) {
            Set<String> there = missing(here.functions(), other.functions());
            Set<String> lacking = missing(other.functions(), here.functions());
            if (!there.isEmpty() || !lacking.isEmpty()) {
                String fault = there.isEmpty()
                        ? "here is not " + String.join(", ", lacking)
                        : "there is not " + String.join(", ", there)
                                + (lacking.isEmpty() ? "" : ", here not " + String.join(", ", lacking));
                return Finding.warning(
                        "The node at " + other.address() + " has other functions: " + fault + '.',
                        "Install or remove functions on each node: colonnade:functions-install, colonnade:functions-remove.");
            }
            if (!here.build().equals(other.build())) {
                return Finding.warning(
                        "The node at " + other.address() + " runs another build.",
                        "Bring all nodes to the same build.");
            }
        }
        return Finding.well(others.size() + 1 + " nodes with the same functions; others at "
                + String.join(", ", others.stream().map(NodeRow::address).toList()) + '.');
    }

    private static Set<String> missing(Set<String> wanted, Set<String> present) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(present);
        return missing;
    }

    private static String build(Path stamp) {
        try {
            return Files.readString(stamp).strip();
        } catch (IOException none) {
            return "unknown";
        }
    }
}
