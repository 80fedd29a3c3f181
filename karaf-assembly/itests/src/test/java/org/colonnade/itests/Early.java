package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A client that cannot wait: it asks from before the port opens, and keeps every answer. */
final class Early implements AutoCloseable {

    private static final List<String> PATHS =
            List.of("/health/ready", "/api/crm/parties", "/openapi.json", "/docs/docs.js");

    private final Queue<Api.Answer> answers = new ConcurrentLinkedQueue<>();
    private final Api api;
    private final Thread asking;
    private volatile boolean enough;

    Early(Api api) {
        this.api = api;
        asking = new Thread(this::ask, "early");
        asking.start();
    }

    private void ask() {
        for (int i = 0; !enough; i++) {
            try {
                answers.add(api.get(PATHS.get(i % PATHS.size())));
            } catch (UncheckedIOException notOpen) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    /** Looks at all that was answered while it started. */
    void wasToldToWait() {
        close();
        int waited = 0;
        for (Api.Answer answer : answers) {
            String said =
                    answer.call() + " answered " + answer.status() + ' ' + answer.contentType() + ": " + answer.text();
            assertNotEquals(said, 404, answer.status());
            assertTrue(said, !answer.contentType().contains("html"));
            if (answer.status() == 503 && answer.text().contains("platform.starting")) {
                answer.expectProblem(503, "platform.starting");
                assertEquals(said, "2", answer.retryAfter());
                waited++;
            }
        }
        assertTrue(answers.size() + " answers, none of which told to wait", waited > 0);
        assertEquals("the first of all", 503, answers.element().status());
    }

    @Override
    public void close() {
        enough = true;
        try {
            asking.join(TimeUnit.SECONDS.toMillis(70));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
