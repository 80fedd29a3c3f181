package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.database.Database;

/** What the lanes of the reactions work with. */
public final class EventStore {

    private final Database database;
    private final Function<String, Optional<Tx>> transactions;
    private final Clock clock;
    private final LongSupplier ids;

    /** @param transactions the transactions of a function, if it is here */
    public EventStore(Database database, Function<String, Optional<Tx>> transactions, Clock clock, LongSupplier ids) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    Connection connection() throws SQLException {
        return database.own().getConnection();
    }

    /** Whether it is worth asking: a pool whose database is away lets everybody wait. */
    boolean reachable() {
        return database.check().level() != HealthCheck.Level.FAILED;
    }

    Optional<Tx> transactions(String module) {
        return transactions.apply(module);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    long newId() {
        return ids.getAsLong();
    }
}
