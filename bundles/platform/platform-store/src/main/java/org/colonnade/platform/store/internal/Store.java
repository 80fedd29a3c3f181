package org.colonnade.platform.store.internal;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.answer.StoredAnswerBook;
import org.colonnade.platform.store.internal.audit.AnchorFile;
import org.colonnade.platform.store.internal.audit.Anchorage;
import org.colonnade.platform.store.internal.audit.AuditHealth;
import org.colonnade.platform.store.internal.audit.AuditMetrics;
import org.colonnade.platform.store.internal.audit.Scribe;
import org.colonnade.platform.store.internal.audit.Sealer;
import org.colonnade.platform.store.internal.audit.StoredAuditLog;
import org.colonnade.platform.store.internal.audit.Warden;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.PoolMetrics;
import org.colonnade.platform.store.internal.event.Dispatcher;
import org.colonnade.platform.store.internal.event.EventMetrics;
import org.colonnade.platform.store.internal.event.EventStore;
import org.colonnade.platform.store.internal.event.EventsHealth;
import org.colonnade.platform.store.internal.event.Outbox;
import org.colonnade.platform.store.internal.event.Sequencer;
import org.colonnade.platform.store.internal.event.StoredEventLog;
import org.colonnade.platform.store.internal.migration.MigrationFailed;
import org.colonnade.platform.store.internal.migration.Migrator;
import org.colonnade.platform.store.internal.unit.Books;
import org.colonnade.platform.store.internal.unit.Tsids;
import org.colonnade.platform.store.internal.unit.Unit;

/** The whole store, put together without OSGi: one database, the functions on it, the event log and the audit. */
public final class Store implements AutoCloseable {

    private final Clock clock;
    private final Database database;
    private final Migrator migrator;
    private final Tsids ids;
    private final Books books;
    private final Map<String, Unit> units = new ConcurrentHashMap<>();
    private final Dispatcher dispatcher;
    private final EventStore events;
    private final Sealer sealer;
    private final Anchorage anchorage;
    private final Warden warden;
    private final AuditLog auditLog;
    private Unit own;

    /** @throws IllegalArgumentException if the URL is of no database that the platform can use */
    public Store(StoreSettings settings, Clock clock) {
        this.clock = clock;
        this.database = new Database(settings.database());
        Sequencer sequencer = new Sequencer(database);
        this.sealer = new Sealer(database);
        this.books = new Books(new Outbox(sequencer), new Scribe(database, sealer));
        this.migrator = new Migrator(database.vendor(), database::pool);
        this.ids = new Tsids(clock, new SecureRandom());
        this.events = new EventStore(database, this::transactions, clock, ids::next);
        this.dispatcher = new Dispatcher(events, sequencer);
        AnchorFile anchors = new AnchorFile(settings.anchors());
        this.anchorage = new Anchorage(database, anchors, clock);
        this.warden = new Warden(database, sealer, anchorage);
        this.auditLog = new StoredAuditLog(database, sealer, anchors, books.scribe(), clock, ids::next);
        books.outbox().onStored(dispatcher::wake);
        books.scribe().onStored(warden::wake);
    }

    /**
     * Reaches the database and readies the event log and the audit.
     *
     * @return whether the database was reached; its own check says why not
     */
    public boolean open() throws SQLException, MigrationFailed {
        if (!database.open()) {
            return false;
        }
        OwnTables tables = new OwnTables();
        migrator.migrate(tables);
        own = Unit.open(tables, database.pool(), books, clock, ids);
        return true;
    }

    /** Readies a function's tables and mapper. */
    public Tx raise(ModuleSource module) throws SQLException, MigrationFailed {
        migrator.migrate(module);
        Unit unit = Unit.open(module, database.pool(), books, clock, ids);
        units.put(module.id(), unit);
        return unit.tx();
    }

    /** The function goes; running transactions end first. */
    public void lower(String module) {
        Unit unit = units.remove(module);
        if (unit != null) {
            unit.close();
        }
    }

    public Database database() {
        return database;
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Of the opened store. */
    public StoredAnswerBook answerBook() {
        return new StoredAnswerBook(
                own.tx(), this::transactions, clock, database.vendor().patienceSeconds());
    }

    public EventLog eventLog() {
        return new StoredEventLog(events, dispatcher);
    }

    public EventsHealth eventsHealth() {
        return new EventsHealth(events, dispatcher);
    }

    /** What is measured of the opened store. */
    public List<MetricSource> metrics() {
        return List.of(
                new PoolMetrics(database), new EventMetrics(events, dispatcher), new AuditMetrics(anchorage, clock));
    }

    public Warden warden() {
        return warden;
    }

    public AuditLog auditLog() {
        return auditLog;
    }

    public AuditHealth auditHealth() {
        return new AuditHealth(database, anchorage, clock);
    }

    @Override
    public void close() {
        dispatcher.close();
        units.keySet().forEach(this::lower);
        warden.close();
        if (own != null) {
            own.close();
        }
        database.close();
    }

    private Optional<Tx> transactions(String module) {
        return Optional.ofNullable(units.get(module)).map(Unit::tx);
    }
}
