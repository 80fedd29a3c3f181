package org.colonnade.crm.internal.sweep;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.colonnade.crm.internal.assign.StoredAssignments;
import org.colonnade.crm.internal.capture.Captures;
import org.colonnade.crm.internal.capture.Handover;
import org.colonnade.crm.internal.lead.LeadRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does every few seconds what time has made due: scores fade, leads that nobody has contacted go on, links are handed over, what was not
 * confirmed is removed. One thread, in small transactions that skip what another node has locked.
 */
@Component(service = LeadSweep.class, immediate = true)
public class LeadSweep {

    private static final Logger LOG = LoggerFactory.getLogger(LeadSweep.class);
    private static final int PAUSE_SECONDS = 5;
    private static final int MOST_STEPS = 500;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "colonnade-crm-sweep");
        made.setDaemon(true);
        return made;
    });
    private final List<BooleanSupplier> steps;

    @Activate
    public LeadSweep(
            @Reference LeadRecords leads,
            @Reference StoredAssignments assignments,
            @Reference Captures captures,
            @Reference Handover handover) {
        steps = List.of(leads::rescore, assignments::again, captures::expire, handover::next);
        thread.scheduleWithFixedDelay(this::sweep, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Everything that is due now. */
    void sweep() {
        for (BooleanSupplier step : steps) {
            try {
                for (int i = 0; i < MOST_STEPS && !thread.isShutdown() && step.getAsBoolean(); i++) {
                    // the next one
                }
            } catch (RuntimeException failure) {
                LOG.warn("A sweep over leads could not be finished; the next one goes on with it", failure);
            }
        }
    }

    @Deactivate
    void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
