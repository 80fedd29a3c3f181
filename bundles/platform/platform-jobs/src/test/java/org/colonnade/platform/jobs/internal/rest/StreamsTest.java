package org.colonnade.platform.jobs.internal.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobPriority;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.jobs.internal.JobsRules;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.colonnade.platform.jobs.internal.Node;
import org.junit.Test;

/** Jobs as they are watched: server-sent events, as the HTML standard reads them. */
public class StreamsTest {

    private static final int MOST = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean closing;
    private final Streams streams = new Streams(settings(Duration.ofMinutes(1)), () -> closing);

    @Test
    public void eachChangeIsOneEventNamedAfterTheStateUntilTheJobEnds() throws IOException {
        watch(-1, job(4, JobState.QUEUED), job(5, JobState.RUNNING), job(5, JobState.RUNNING), job(9, JobState.DONE));
        List<String> blocks = blocks();
        assertEquals("retry: 2000", blocks.get(0));
        assertEquals(4, blocks.size());
        assertTrue(blocks.get(1), blocks.get(1).startsWith("id: 4\nevent: queued\ndata: {"));
        assertTrue(blocks.get(2), blocks.get(2).startsWith("id: 5\nevent: running\ndata: {"));
        assertTrue(blocks.get(3), blocks.get(3).startsWith("id: 9\nevent: done\ndata: {"));
        assertEquals("it is closed", 0, streams.open());
    }

    @Test
    public void whateverAJobIsCalledAnEventHasThreeLines() throws IOException {
        watch(-1, job(1, JobState.DONE));
        String event = blocks().get(1);
        assertEquals(event, 3, event.lines().count());
        assertTrue(event, event.contains("Two\\nlines\\r\\n"));
    }

    @Test
    public void whoComesBackIsNotToldAgain() throws IOException {
        watch(5, job(5, JobState.RUNNING), job(6, JobState.FAILED));
        assertEquals(2, blocks().size());
        assertTrue(blocks().get(1).startsWith("id: 6\nevent: failed\n"));
    }

    @Test
    public void itEndsWithoutAnErrorWhenThereIsNothingMoreToBeSeen() throws IOException {
        for (Problem over : List.of(
                NotFound.of("platform", "job", "0AAAAAAAAAAAA"),
                new Unauthenticated("platform.token.unknown", "x"),
                new Unavailable("platform.store.away", "x", Duration.ofSeconds(1)))) {
            out.reset();
            streams.watch(
                    out,
                    -1,
                    () -> {
                        throw over;
                    },
                    () -> {});
            assertEquals(List.of("retry: 2000"), blocks());
        }
        closing = true;
        watch(-1, job(1, JobState.RUNNING));
        assertEquals(0, streams.open());
    }

    @Test
    public void itEndsWhenItsTimeIsUp() throws IOException {
        new Streams(settings(Duration.ofMillis(1)), () -> false)
                .watch(out, -1, () -> job(1, JobState.RUNNING), () -> {});
        assertTrue(blocks().size() <= 2);
    }

    @Test
    public void whoGoesFreesThePlace() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("nobody reads any more");
            }
        };
        for (int i = 0; i < MOST + 1; i++) {
            assertThrows(IOException.class, () -> streams.watch(gone, -1, () -> job(1, JobState.RUNNING), () -> {}));
        }
        assertEquals(0, streams.open());
    }

    @Test
    public void nobodyTakesMoreThanTheirShareAndAllTogetherNoMoreThanThereAre() throws InterruptedException {
        CountDownLatch watching = new CountDownLatch(MOST);
        CountDownLatch over = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Actor actor = Actor.system("watcher-" + i / 2);
            all.add(new Thread(() -> Node.as(actor, () -> held(watching, over))));
        }
        all.forEach(Thread::start);
        assertTrue(watching.await(30, TimeUnit.SECONDS));
        assertEquals(MOST, streams.open());
        Problem full = assertThrows(Unavailable.class, () -> watch(-1, job(1, JobState.DONE)));
        assertEquals("platform.job.too-many-streams", full.code());
        over.countDown();
        for (Thread one : all) {
            one.join(30_000);
        }
        assertEquals(0, streams.open());
        CountDownLatch two = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> mine = List.of(
                new Thread(() -> Node.as(Node.MALEE, () -> held(two, end))),
                new Thread(() -> Node.as(Node.MALEE, () -> held(two, end))));
        mine.forEach(Thread::start);
        assertTrue(two.await(30, TimeUnit.SECONDS));
        assertThrows(TooMany.class, () -> Node.as(Node.MALEE, () -> held(two, end)));
        assertEquals("others still may", true, Node.as(Node.SOMCHAI, () -> held(two, new CountDownLatch(0))));
        end.countDown();
        for (Thread one : mine) {
            one.join(30_000);
        }
        assertEquals(0, streams.open());
    }

    /** Watches until it may end. */
    private boolean held(CountDownLatch watching, CountDownLatch over) {
        try {
            streams.watch(
                    new ByteArrayOutputStream(),
                    -1,
                    () -> {
                        watching.countDown();
                        await(over);
                        return job(1, JobState.DONE);
                    },
                    () -> {});
            return true;
        } catch (IOException notToMemory) {
            throw new AssertionError(notToMemory);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private void watch(long seen, Job... states) throws IOException {
        Iterator<Job> next = List.of(states).iterator();
        Supplier<Job> look = next::next;
        streams.watch(out, seen, look, () -> {});
    }

    private List<String> blocks() {
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n\n"));
    }

    private static JobsSettings settings(Duration ends) {
        return new JobsSettings(
                new JobsRules(1, Duration.ofSeconds(15), 3, Duration.ofDays(7), 5, 1 << 20, 1 << 20, MOST, ends));
    }

    private static Job job(long change, JobState state) {
        Instant now = Instant.EPOCH;
        return new Job(
                "0AAAAAAAAAAAA",
                "tally.count",
                "Two\nlines\r\n",
                state,
                JobPriority.NORMAL,
                Node.MALEE.ref(),
                "malee",
                change,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                now,
                null,
                now,
                null,
                null,
                change);
    }
}
