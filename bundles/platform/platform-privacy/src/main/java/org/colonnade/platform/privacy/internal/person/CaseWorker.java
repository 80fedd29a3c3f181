package org.colonnade.platform.privacy.internal.person;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.privacy.internal.Registry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with the cases that wait, also after a restart, and at once when a function comes. */
@Component(service = CaseWorker.class, immediate = true)
public final class CaseWorker {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWorker.class);
    private static final int LOOK_SECONDS = 2;
    private static final int TIDY_MINUTES = 30;

    private final CaseDesk desk;
    private final Registry registry;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "colonnade-privacy"));
    private Set<String> seen = Set.of();

    @Activate
    public CaseWorker(@Reference CaseDesk desk, @Reference Registry registry) {
        this.desk = desk;
        this.registry = registry;
        thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(this::tidy, 1, TIDY_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    private void look() {
        String request = "privacy-" + UUID.randomUUID().toString().substring(0, 8);
        try (Caller.Binding bound = new Caller(Actor.system("privacy"), request).bind()) {
            Set<String> here = registry.concerned();
            Set<String> came = new TreeSet<>(here);
            came.removeAll(seen);
            desk.inEachCompany(() -> {
                if (!came.isEmpty()) {
                    desk.arrived(came);
                }
                while (!Thread.currentThread().isInterrupted() && desk.goOn()) {
                    LOG.debug("A case went on");
                }
            });
            seen = here;
        } catch (RuntimeException away) {
            LOG.warn("The cases that wait could not be gone on with: {}", away.getMessage());
        }
    }

    private void tidy() {
        try {
            desk.inEachCompany(desk::expire);
        } catch (RuntimeException away) {
            LOG.warn("The exports that were kept long enough could not be deleted: {}", away.getMessage());
        }
    }
}
