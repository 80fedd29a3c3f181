package org.colonnade.platform.store.internal;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.answer.StoredAnswerBook;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.DatabaseSettings;
import org.colonnade.platform.store.internal.event.Dispatcher;
import org.colonnade.platform.store.internal.event.EventStore;
import org.colonnade.platform.store.internal.event.EventsHealth;
import org.colonnade.platform.store.internal.event.Outbox;
import org.colonnade.platform.store.internal.event.Sequencer;
import org.colonnade.platform.store.internal.event.StoredEventLog;
import org.colonnade.platform.store.internal.migration.MigrationFailed;
import org.colonnade.platform.store.internal.migration.Migrator;
import org.colonnade.platform.store.internal.unit.Tsids;
import org.colonnade.platform.store.internal.unit.Unit;

/** The whole store, put together without OSGi: one database, the functions on it, and the event log. */
public final class Store implements AutoCloseable {

    private final Clock clock;
    private final Database database;
    private final Migrator migrator;
    private final Tsids ids;
    private final Outbox outbox = new Outbox();
    private final Map<String, Unit> units = new ConcurrentHashMap<>();
    private final Dispatcher dispatcher;
    private final EventStore events;
    private Unit own;

    /** @throws IllegalArgumentException if the URL is of no database that the platform can use */
    public Store(DatabaseSettings settings, Clock clock) {
        this.clock = clock;
        this.database = new Database(settings);
        this.migrator = new Migrator(database.vendor());
        this.ids = new Tsids(clock, new SecureRandom());
        this.events = new EventStore(database, this::transactions, clock, ids::next);
        this.dispatcher = new Dispatcher(events, new Sequencer(database));
        outbox.onStored(dispatcher::wake);
    }

    /**
     * Reaches the database and readies the event log.
     *
     * @return whether the database was reached; its own check says why not
     */
    public boolean open() throws SQLException, MigrationFailed {
        if (!database.open()) {
            return false;
        }
        OwnTables tables = new OwnTables();
        migrator.migrate(tables);
        own = Unit.open(tables, database.pool(), outbox, clock, ids);
        return true;
    }

    /** Readies a function's tables and mapper. */
    public Tx raise(ModuleSource module) throws SQLException, MigrationFailed {
        migrator.migrate(module);
        Unit unit = Unit.open(module, database.pool(), outbox, clock, ids);
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

    @Override
    public void close() {
        dispatcher.close();
        units.keySet().forEach(this::lower);
        if (own != null) {
            own.close();
        }
        database.close();
    }

    private Optional<Tx> transactions(String module) {
        return Optional.ofNullable(units.get(module)).map(Unit::tx);
    }
}
