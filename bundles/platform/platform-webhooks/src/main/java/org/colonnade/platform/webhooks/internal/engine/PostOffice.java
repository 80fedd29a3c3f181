package org.colonnade.platform.webhooks.internal.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.outbound.Outbound;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.webhooks.internal.Owners;
import org.colonnade.platform.webhooks.internal.WebhooksSettings;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.domain.SubscriberDraft;
import org.colonnade.platform.webhooks.internal.store.CursorRows;
import org.colonnade.platform.webhooks.internal.store.DeliveryRows;
import org.colonnade.platform.webhooks.internal.store.SealedSecrets;
import org.colonnade.platform.webhooks.internal.store.SecretRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives the routes of this node: looks ten times a second whether the log has grown, and once a second at everybody. */
public final class PostOffice implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    /** How often the head of the log is looked at; every tenth time everybody is. */
    public static final Duration LOOK = Duration.ofMillis(100);

    private static final int LOOKS_A_ROUND = 10;
    private static final int LOOKERS = 2;
    private static final long SWEEP_MINUTES = 60;
    private static final int PATIENCE_SECONDS = 5;

    private final Office office;
    private final WebhooksSettings settings;
    private final Map<Long, Route> routes = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor senders;
    private final ScheduledThreadPoolExecutor lookers =
            new ScheduledThreadPoolExecutor(LOOKERS + 1, named("colonnade-webhooks-"));
    private final Duration look;
    private long head = -1;
    private int looks;

    /**
     * Stands still until it is started.
     *
     * @param desk the upkeep of subscribers
     * @param look how often it looks whether the log has grown, {@link #LOOK} but in tests
     */
    public PostOffice(
            Tx tx,
            RecordDesk<Subscriber, SubscriberDraft> desk,
            EventLog log,
            EventSight sight,
            Owners owners,
            SealedSecrets secrets,
            Outbound outbound,
            WebhooksSettings settings,
            Clock clock,
            Duration look) {
        this.settings = settings;
        this.look = look;
        this.office = new Office(
                UUID.randomUUID().toString(),
                tx,
                desk,
                log,
                sight,
                owners,
                secrets,
                new Courier(outbound, settings, clock),
                settings,
                clock);
        this.senders = new ThreadPoolExecutor(
                0,
                settings.now().threads(),
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                named("colonnade-webhook-"));
    }

    /** Begins to work in the background. */
    public void start() {
        lookers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        lookers.scheduleWithFixedDelay(this::sealQuietly, 0, SWEEP_MINUTES, TimeUnit.MINUTES);
        lookers.scheduleWithFixedDelay(this::round, 0, look.toMillis(), TimeUnit.MILLISECONDS);
        lookers.scheduleWithFixedDelay(this::sweepQuietly, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    /** Removes what need not be kept any longer. */
    public void sweep() {
        office.tx().everywhere().write(work -> {
            DeliveryRows.sweep(work, office.now().minus(settings.now().keep()));
            SecretRows.sweep(work, office.now());
            return null;
        });
    }

    @Override
    public void close() {
        lookers.shutdown();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (routes.values().stream().mapToInt(Route::close).sum() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        // never interrupted: H2 closes its file when a thread that writes is interrupted
        senders.shutdown();
        try {
            lookers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            office.tx().everywhere().write(work -> {
                CursorRows.release(work, office.node());
                return null;
            });
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.debug("What this node holds is free when its time is up", away);
        }
    }

    private void round() {
        try {
            long now = office.log().head();
            boolean all = looks++ % LOOKS_A_ROUND == 0;
            if (all) {
                enrolAll();
            }
            if (all || now != head) {
                head = now;
                routes.values().forEach(Route::wake);
            }
            senders.setMaximumPoolSize(settings.now().threads());
        } catch (RuntimeException failure) {
            LOG.debug("Webhooks wait for the database", failure);
        }
    }

    private void enrolAll() {
        List<Long> subscribers = new ArrayList<>();
        office.tx().inEachCompany(() -> {
            List<Long> here = office.tx().read(CursorRows::open);
            here.forEach(this::enrol);
            subscribers.addAll(here);
        });
        keep(subscribers);
    }

    /** Whatever is done for a subscriber is done in its company. */
    private void enrol(Long subscriber) {
        Caller caller = Caller.current();
        routes.computeIfAbsent(
                subscriber,
                id -> new Route(
                        id, office, work -> look(bound(caller, work)), work -> senders.execute(bound(caller, work))));
    }

    private static Runnable bound(Caller caller, Runnable work) {
        return () -> {
            try (Caller.Binding binding = caller.bind()) {
                work.run();
            }
        };
    }

    private void keep(List<Long> subscribers) {
        routes.entrySet()
                .removeIf(route -> !subscribers.contains(route.getKey())
                        && route.getValue().leave());
    }

    private void look(Runnable work) throws RejectedExecutionException {
        lookers.execute(work);
    }

    /** Secrets of an older release lie readable in the database, until now. */
    private void sealQuietly() {
        try {
            int sealed = office.secrets().sealReadable(office.tx().everywhere());
            if (sealed > 0) {
                LOG.info("{} secrets of webhooks that were readable in the database are sealed now.", sealed);
            }
        } catch (RuntimeException later) {
            LOG.warn("Secrets of webhooks stay readable in the database for now: {}", later.getMessage(), later);
        }
    }

    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException later) {
            LOG.debug("Old deliveries are removed later", later);
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
