package org.colonnade.platform.jobs.internal.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.jobs.internal.JobsSettings;

/** The streams of events that are open on this node. Each looks into the database twice a second, so it sees the work of every node. */
final class Streams {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration ADMISSION = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SHARE = 4;

    private final JobsSettings settings;
    private final BooleanSupplier closing;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Ref, AtomicInteger> byOwner = new ConcurrentHashMap<>();

    /** @param closing whether the streams shall end because the bundle does */
    Streams(JobsSettings settings, BooleanSupplier closing) {
        this.settings = settings;
        this.closing = closing;
    }

    /**
     * Writes events until the job ends, the caller goes, or the time is up.
     *
     * @param seen the change that the caller has seen last
     * @param look reads the job as the caller sees it
     * @param admission throws when the caller is let in no more
     * @throws Unavailable {@code platform.job.too-many-streams}
     * @throws TooMany {@code platform.job.too-many-streams}
     */
    void watch(OutputStream out, long seen, Supplier<Job> look, Runnable admission) throws IOException {
        Ref owner = Caller.current().actor().ref();
        enter(owner);
        try {
            new Stream(out, seen, look, admission).run();
        } catch (NotFound | Unauthenticated | Forbidden | Unavailable over) {
            // removed, signed out or the store is away: the stream ends, and what the caller hears next time says why
            out.flush();
        } finally {
            leave(owner);
        }
    }

    int open() {
        return open.get();
    }

    private void enter(Ref owner) {
        int most = settings.now().streams();
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw new Unavailable(
                    "platform.job.too-many-streams",
                    "Too many watch jobs on this node at the moment; ask for the job itself instead.",
                    SOON);
        }
        AtomicInteger mine = byOwner.computeIfAbsent(owner, one -> new AtomicInteger());
        if (mine.incrementAndGet() > Math.max(1, most / SHARE)) {
            leave(owner);
            throw new TooMany(
                    "platform.job.too-many-streams", "You watch too many jobs at the same time already.", SOON);
        }
    }

    private void leave(Ref owner) {
        open.decrementAndGet();
        byOwner.computeIfPresent(owner, (one, count) -> count.decrementAndGet() == 0 ? null : count);
    }

    /** One of them. */
    private final class Stream {

        private final OutputStream out;
        private final Supplier<Job> look;
        private final Runnable admission;
        private final long until =
                System.nanoTime() + settings.now().streamEnds().toNanos();
        private long seen;
        private long written = System.nanoTime();
        private long admitted = System.nanoTime();

        Stream(OutputStream out, long seen, Supplier<Job> look, Runnable admission) {
            this.out = out;
            this.seen = seen;
            this.look = look;
            this.admission = admission;
        }

        void run() throws IOException {
            write("retry: 2000\n\n");
            while (System.nanoTime() < until && !closing.getAsBoolean()) {
                Job job = look.get();
                if (job.change() != seen) {
                    seen = job.change();
                    write(event(job));
                }
                if (job.state().ended()) {
                    return;
                }
                if (over(written, HEARTBEAT)) {
                    write(": still here\n\n");
                }
                if (over(admitted, ADMISSION)) {
                    admission.run();
                    admitted = System.nanoTime();
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            written = System.nanoTime();
        }

        private static boolean over(long since, Duration span) {
            return System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(span.toMillis());
        }

        private static String event(Job job) {
            return "id: " + job.change() + "\nevent: " + job.state().name().toLowerCase(Locale.ROOT) + "\ndata: "
                    + JobView.of(job).line() + "\n\n";
        }
    }
}
