package org.colonnade.platform.store.internal;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.company.Companies;
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
import org.colonnade.platform.store.internal.company.Doors;
import org.colonnade.platform.store.internal.company.Fence;
import org.colonnade.platform.store.internal.company.StoredCompanies;
import org.colonnade.platform.store.internal.company.Walls;
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
    private final Doors doors;
    private final Walls walls;
    private final StoredCompanies companies;
    private final Dispatcher dispatcher;
    private final EventStore events;
    private final Sealer sealer;
    private final Anchorage anchorage;
    private final Warden warden;
    private final AuditLog auditLog;
    private Unit own;

    /** @throws IllegalArgumentException if the URL is of no database that the platform can use */
    public Store(StoreSettings settings, Clock clock) {
        this(settings, clock, new Fence());
    }

    /** @param fence keeps companies apart in the statements of functions; a test may take it away to see what stands behind it */
    public Store(StoreSettings settings, Clock clock, Fence fence) {
        this.clock = clock;
        this.database = new Database(settings.database());
        this.doors = new Doors(database, fence);
        this.walls = new Walls(database, fence);
        this.companies = new StoredCompanies(this::ownTx);
        Sequencer sequencer = new Sequencer(database);
        this.sealer = new Sealer(database);
        this.books = new Books(new Outbox(sequencer), new Scribe(database, sealer));
        this.migrator = new Migrator(database.vendor(), database::own);
        this.ids = new Tsids(clock, new SecureRandom());
        this.events = new EventStore(database, this::transactions, clock, ids::next);
        this.dispatcher = new Dispatcher(events, sequencer);
        AnchorFile anchors = new AnchorFile(settings.anchors());
        this.anchorage = new Anchorage(database, anchors, clock);
        this.warden = new Warden(database, sealer, anchorage);
        this.auditLog = new StoredAuditLog(database, doors, sealer, anchors, books.scribe(), clock, ids::next);
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
        walls.raiseOwn();
        own = Unit.open(tables, doors, companies::ids, books, clock, ids);
        return true;
    }

    /** Readies a function's tables and mapper. */
    public Tx raise(ModuleSource module) throws SQLException, MigrationFailed {
        migrator.migrate(module);
        walls.raise(module);
        Unit unit = Unit.open(module, doors, companies::ids, books, clock, ids);
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
        return new StoredEventLog(events, doors, dispatcher);
    }

    public Companies companies() {
        return companies;
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
            own = null;
        }
        database.close();
    }

    private Tx ownTx() {
        return own.tx();
    }

    private Optional<Tx> transactions(String module) {
        return Optional.ofNullable(units.get(module)).map(Unit::tx);
    }
}
