package org.colonnade.platform.dossier.internal;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done from time to time, on one thread: looks for contents that nothing refers to, and for activities that are overdue. */
@Component(service = Housekeeping.class, immediate = true)
public final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final DossierSettings settings;
    private final Tx tx;
    private final BlobSweep blobs;
    private final OverdueSweep overdue;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread one = new Thread(task, "colonnade-dossier");
        one.setDaemon(true);
        return one;
    });

    @Activate
    public Housekeeping(@Reference(target = "(module=dossier)") Tx tx, @Reference DossierSettings settings) {
        this.settings = settings;
        this.blobs = new BlobSweep(tx, settings, Clock.systemUTC());
        this.tx = tx;
        this.overdue = new OverdueSweep(tx, Clock.systemUTC());
        nextSweep();
        nextLook();
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** Each time anew, so that a changed interval counts from then on. */
    private void nextSweep() {
        thread.schedule(() -> then(blobs::run, this::nextSweep), settings.now().sweepMinutes(), TimeUnit.MINUTES);
    }

    private void nextLook() {
        thread.schedule(
                () -> then(() -> tx.inEachCompany(overdue::run), this::nextLook),
                settings.now().overdueSeconds(),
                TimeUnit.SECONDS);
    }

    private void then(Runnable work, Runnable next) {
        try {
            work.run();
        } catch (Unavailable away) {
            LOG.debug("The dossier could not be looked over now", away);
        } catch (RuntimeException failure) {
            LOG.error("The dossier could not be looked over", failure);
        } finally {
            if (!thread.isShutdown()) {
                next.run();
            }
        }
    }
}
