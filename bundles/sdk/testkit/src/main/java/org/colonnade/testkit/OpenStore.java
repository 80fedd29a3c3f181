package org.colonnade.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.StoreSettings;
import org.colonnade.platform.store.internal.database.DatabaseSettings;
import org.colonnade.platform.store.internal.migration.MigrationFailed;

/** A store that has been opened, and the functions on it so far. */
final class OpenStore {

    private final DatabaseSettings settings;
    private final SetClock clock;
    private final Store store;
    private final Map<String, Tx> transactions = new TreeMap<>();

    OpenStore(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = new SetClock(clock);
        Path nowhere = Path.of(System.getProperty("java.io.tmpdir"), "colonnade-" + UUID.randomUUID());
        store = new Store(new StoreSettings(settings.unsafe(), nowhere), this.clock);
        try {
            if (!store.open()) {
                throw new AssertionError(store.database().check().sentence());
            }
        } catch (SQLException | MigrationFailed failure) {
            throw new AssertionError("The database of the test cannot be readied", failure);
        }
    }

    Store store() {
        return store;
    }

    DatabaseSettings settings() {
        return settings;
    }

    /** From now on it goes by this clock. */
    OpenStore at(Clock chosen) {
        clock.set(chosen);
        return this;
    }

    /** The transactions of a function on the class path, whose tables are made with the first call. */
    synchronized Tx tx(String module) {
        return transactions.computeIfAbsent(module, id -> {
            try {
                return store.raise(ClassPathModule.find(id));
            } catch (SQLException | MigrationFailed failure) {
                throw new AssertionError(failure.getMessage(), failure);
            }
        });
    }

    /** A database in memory goes with it. */
    void close() {
        if (settings.url().startsWith("jdbc:h2:mem:")) {
            forget();
        }
        store.close();
    }

    private void forget() {
        try (Connection connection = store.database().own().getConnection();
                Statement statement = connection.createStatement()) {
            // the database ends with its last connection, which the pool closes next
            statement.execute("set db_close_delay 0");
        } catch (SQLException failure) {
            throw new AssertionError("The database of the test does not end", failure);
        }
    }
}
