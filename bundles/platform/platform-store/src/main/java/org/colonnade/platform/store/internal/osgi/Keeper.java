package org.colonnade.platform.store.internal.osgi;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.colonnade.platform.api.admin.Backup;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.privacy.EventRedaction;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.StoreSettings;
import org.colonnade.platform.store.internal.answer.StoredAnswerBook;
import org.colonnade.platform.store.internal.event.Redaction;
import org.colonnade.platform.store.internal.migration.MigrationFailed;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store up: reaches for the database once a second until it is there, then seats the functions as their bundles come. All of
 * that happens on one thread of its own, so a database that is slow or away holds up no bundle.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int PATIENCE_SECONDS = 10;
    private static final int SWEEP_MINUTES = 10;

    /** Karaf registers it when the features of its start have been installed. */
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private final BundleContext context;
    private final Departures departures = new Departures();
    private final Map<Bundle, Seat> seats = new ConcurrentHashMap<>();
    private final List<ServiceRegistration<?>> health = new ArrayList<>();
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "colonnade-store"));
    private final BundleTracker<Seat> bundles;
    private final ServiceTracker<Object, Object> boot;
    private ServiceTracker<?, ?> reactions;
    private StoredAnswerBook answers;
    private StoreSettings settings;
    private volatile Store store;
    private volatile Finding refusal = Finding.failed("The store is starting.", "Wait a moment.");
    private boolean serving;
    private volatile boolean settled;

    Keeper(BundleContext context) {
        this.context = context;
        this.bundles = new Bundles();
        this.boot = new Boot();
    }

    void start(Supplier<StoreSettings> configured) {
        health.add(register(HealthCheck.class, new StoreHealth()));
        health.add(register(HealthCheck.class, new SeatsHealth(seats.values(), () -> settled)));
        change(configured);
        bundles.open();
        boot.open();
        thread.scheduleWithFixedDelay(this::tend, 1, 1, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(this::sweep, SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    /** Takes another configuration: what can change in place does, another database is opened anew. */
    void change(Supplier<StoreSettings> configured) {
        execute(() -> {
            try {
                turnTo(configured.get());
            } catch (IllegalArgumentException unusable) {
                shut();
                refuse(unusable.getMessage(), "Mend etc/org.colonnade.store.cfg; nothing needs a restart afterwards.");
            }
            tend();
        });
    }

    @Override
    public void close() {
        execute(() -> {
            boot.close();
            bundles.close();
            shut();
        });
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        health.forEach(ServiceRegistration::unregister);
    }

    private void turnTo(StoreSettings changed) {
        if (store != null && settings.samePlaces(changed)) {
            store.database().adjust(changed.database());
        } else {
            shut();
            store = new Store(changed, Clock.systemUTC());
        }
        settings = changed;
    }

    private void tend() {
        departures.forget();
        try {
            if (store != null && (serving || serve())) {
                seats.values().forEach(seat -> seat.raise(store, context));
                settled = settled || !boot.isEmpty() && seats.values().stream().allMatch(Seat::raised);
            }
        } catch (SQLException failure) {
            LOG.debug("The database went away while the event log was readied", failure);
        } catch (MigrationFailed | RuntimeException | LinkageError failure) {
            refuse(failure.getMessage(), "See the log; the platform keeps trying.");
            LOG.debug("The store cannot serve", failure);
        }
    }

    private boolean serve() throws SQLException, MigrationFailed {
        if (!store.open()) {
            return false;
        }
        refusal = null;
        serving = true;
        store.dispatcher().start();
        store.warden().start();
        services.add(register(EventLog.class, store.eventLog()));
        services.add(register(AuditLog.class, store.auditLog()));
        services.add(register(Companies.class, store.companies()));
        services.add(register(EventRedaction.class, new Redaction()));
        answers = store.answerBook();
        services.add(register(AnswerBook.class, answers));
        services.add(register(Backup.class, store.database()));
        services.add(register(HealthCheck.class, store.eventsHealth()));
        services.add(register(HealthCheck.class, store.auditHealth()));
        store.metrics().forEach(source -> services.add(register(MetricSource.class, source)));
        reactions = new Reactions(store);
        reactions.open();
        return true;
    }

    private void shut() {
        Store closing = store;
        if (closing == null) {
            return;
        }
        store = null;
        serving = false;
        settled = false;
        answers = null;
        services.forEach(ServiceRegistration::unregister);
        services.clear();
        if (reactions != null) {
            reactions.close();
            reactions = null;
        }
        seats.values().forEach(Seat::lower);
        closing.close();
    }

    private void sweep() {
        try {
            if (answers != null) {
                answers.sweep();
            }
        } catch (RuntimeException later) {
            LOG.debug("Old answers are forgotten later", later);
        }
    }

    private void refuse(String sentence, String mend) {
        Finding why = Finding.failed(sentence, mend);
        if (!why.equals(refusal)) {
            LOG.error("{} {}", sentence, mend);
        }
        refusal = why;
    }

    private void execute(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closing) {
            LOG.trace("The store is closing", closing);
        }
    }

    private <S> ServiceRegistration<S> register(Class<S> type, S service) {
        return context.registerService(type, service, null);
    }

    /** What the store says before and after the database was reached. */
    private final class StoreHealth implements HealthCheck {

        @Override
        public String name() {
            return "store";
        }

        @Override
        public Finding check() {
            Store current = store;
            Finding refused = refusal;
            if (current == null) {
                return refused == null ? Finding.failed("The store is stopped.", "Wait a moment.") : refused;
            }
            Finding seen = current.database().check();
            // the database answers, but the event log could not be readied in it
            return refused != null && seen.level() != Level.FAILED ? refused : seen;
        }
    }

    /** The bundles that name a function. */
    private final class Bundles extends BundleTracker<Seat> {

        Bundles() {
            super(Keeper.this.context, Bundle.STARTING | Bundle.ACTIVE, null);
        }

        @Override
        public Seat addingBundle(Bundle bundle, BundleEvent event) {
            String id = bundle.getHeaders("").get(BundleModule.HEADER);
            if (id == null) {
                return null;
            }
            Seat seat = new Seat(BundleModule.of(id.strip(), bundle));
            seats.put(bundle, seat);
            Keeper.this.execute(Keeper.this::tend);
            return seat;
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, Seat seat) {
            seats.remove(bundle);
            seat.leave();
            departures.add(seat.module());
        }
    }

    /** The end of Karaf's start. */
    private final class Boot extends ServiceTracker<Object, Object> {

        Boot() {
            super(Keeper.this.context, BOOT_FINISHED, null);
        }

        @Override
        public Object addingService(ServiceReference<Object> reference) {
            execute(Keeper.this::tend);
            return reference;
        }

        @Override
        public void removedService(ServiceReference<Object> reference, Object service) {
            // nothing was got
        }
    }

    /** The reactions of all functions. */
    private final class Reactions extends ServiceTracker<Reaction<?>, Reaction<?>> {

        private final Store on;

        Reactions(Store on) {
            super(Keeper.this.context, Reaction.class.getName(), null);
            this.on = on;
        }

        @Override
        public Reaction<?> addingService(ServiceReference<Reaction<?>> reference) {
            Reaction<?> reaction = super.addingService(reference);
            on.dispatcher().add(reaction);
            return reaction;
        }

        @Override
        public void removedService(ServiceReference<Reaction<?>> reference, Reaction<?> reaction) {
            on.dispatcher().remove(reaction);
            super.removedService(reference, reaction);
        }
    }
}
