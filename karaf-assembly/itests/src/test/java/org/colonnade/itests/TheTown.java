package org.colonnade.itests;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.junit.runners.model.InitializationError;
import org.junit.runners.model.RunnerBuilder;
import org.junit.runners.model.RunnerScheduler;

/** Everything that is tried on the distribution, two parts at a time: each waits for processes more than it counts. */
@RunWith(TheTown.TwoAtATime.class)
@Suite.SuiteClasses({TheStreet.class, TheHouse.class, InTheContainer.class})
public class TheTown {

    /** A suite whose classes run beside each other. */
    public static final class TwoAtATime extends Suite {

        public TwoAtATime(Class<?> suite, RunnerBuilder builder) throws InitializationError {
            super(suite, builder);
            setScheduler(new Scheduler());
        }
    }

    private static final class Scheduler implements RunnerScheduler {

        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final LinkedBlockingQueue<Future<?>> running = new LinkedBlockingQueue<>();

        @Override
        public void schedule(Runnable part) {
            running.add(threads.submit(part));
        }

        @Override
        public void finished() {
            try {
                for (Future<?> part : running) {
                    part.get();
                }
            } catch (Exception broken) {
                throw new IllegalStateException("A part of the tests broke off", broken);
            } finally {
                threads.shutdown();
            }
        }
    }
}
