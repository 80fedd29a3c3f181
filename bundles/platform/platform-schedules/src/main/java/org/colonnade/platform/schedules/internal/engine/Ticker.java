package org.colonnade.platform.schedules.internal.engine;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.schedules.internal.ScheduleBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second what is due. Each node does; the rows make sure that each planned instant is fired by one of them. */
@Component(service = Ticker.class, immediate = true)
public final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final int PATIENCE_SECONDS = 5;

    private final ScheduleBook book;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "colonnade-schedules");
        made.setDaemon(true);
        return made;
    });

    @Activate
    public Ticker(@Reference ScheduleBook book) {
        this.book = book;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.scheduleWithFixedDelay(() -> quietly(this::look), 1, 1, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(() -> quietly(book::prune), 10, 3600, TimeUnit.SECONDS);
    }

    private void look() {
        book.standards();
        book.tick();
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (Problem away) {
            LOG.debug("Schedules cannot be looked after now", away);
        } catch (RuntimeException failure) {
            LOG.warn("Schedules could not be looked after; the next look comes in a second", failure);
        }
    }

    /** Lets a look under way end. Never interrupted: H2 closes its file when a thread that writes is interrupted. */
    @Deactivate
    void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A look at the schedules takes longer than {} seconds", PATIENCE_SECONDS);
        }
    }
}
