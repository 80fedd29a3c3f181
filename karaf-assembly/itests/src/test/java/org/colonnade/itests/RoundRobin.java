package org.colonnade.itests;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A client in front of several nodes: each request goes to the next one, and to the one after that where it is not answered. */
final class RoundRobin {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Api> nodes;
    private final AtomicInteger turn = new AtomicInteger();

    RoundRobin(Api... nodes) {
        this.nodes = List.of(nodes);
    }

    /** The next node, ready or not. */
    Api next() {
        return nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
    }

    /** Sends the same request under the same key until a node answers it. */
    Api.Answer postKeyed(String key, String path, String json) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                Api node = next();
                // as a balancer does: nothing goes to a node that does not say that it is ready
                boolean ready = node.get("/health/ready").status() == 200;
                Api.Answer answer = ready ? node.postKeyed(key, path, json) : null;
                // 409: the node that had it is gone in the middle, or is still at it
                if (answer != null && answer.status() != 503 && answer.status() != 409) {
                    return answer;
                }
            } catch (UncheckedIOException cut) {
                // the other node is asked the same
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("Nobody answered " + key + " within " + PATIENCE);
    }
}
