package org.colonnade.platform.jobs.internal.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.web.EventStreams;
import org.colonnade.platform.jobs.internal.JobsSettings;

/** The jobs that are watched on this node. */
final class Streams {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration ADMISSION = Duration.ofSeconds(5);

    private final EventStreams streams;

    /** @param closing whether the streams shall end because the bundle does */
    Streams(JobsSettings settings, BooleanSupplier closing) {
        streams = new EventStreams(
                "platform.job.too-many-streams",
                () -> new EventStreams.Limits(
                        settings.now().streams(), settings.now().streamEnds(), LOOK),
                closing);
    }

    /**
     * Writes events until the job ends, the caller goes, or the time is up.
     *
     * @param seen the change that the caller has seen last
     * @param look reads the job as the caller sees it
     * @param admission throws when the caller is let in no more
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.job.too-many-streams}
     * @throws org.colonnade.platform.api.problem.TooMany {@code platform.job.too-many-streams}
     */
    void watch(OutputStream out, long seen, Supplier<Job> look, Runnable admission) throws IOException {
        streams.watch(out, new Watch(seen, look, admission));
    }

    int open() {
        return streams.open();
    }

    /** One job that is watched. */
    private static final class Watch implements EventStreams.Source {

        private final Supplier<Job> look;
        private final Runnable admission;
        private long seen;
        private long admitted = System.nanoTime();

        Watch(long seen, Supplier<Job> look, Runnable admission) {
            this.seen = seen;
            this.look = look;
            this.admission = admission;
        }

        @Override
        public boolean look(EventStreams.Sink sink) throws IOException {
            if (System.nanoTime() - admitted > TimeUnit.MILLISECONDS.toNanos(ADMISSION.toMillis())) {
                admission.run();
                admitted = System.nanoTime();
            }
            Job job = look.get();
            if (job.change() != seen) {
                seen = job.change();
                sink.event(
                        Long.toString(seen),
                        job.state().name().toLowerCase(Locale.ROOT),
                        JobView.of(job).line());
            }
            return !job.state().ended();
        }
    }
}
