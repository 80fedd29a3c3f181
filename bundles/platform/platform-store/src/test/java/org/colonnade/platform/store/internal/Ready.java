package org.colonnade.platform.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.colonnade.platform.store.internal.database.DatabaseSettings;
import org.colonnade.platform.store.internal.migration.MigrationFailed;

/** Databases with the store's tables and those of {@link DeskModule}: making them takes longer than most tests, copying them does not. */
final class Ready {

    private static final Map<TestServer.Kind, Supplier<DatabaseSettings>> COPIES = new EnumMap<>(TestServer.Kind.class);

    private Ready() {}

    /** A database of its own, without a row of any test. */
    static synchronized DatabaseSettings copy(TestServer.Kind kind) throws SQLException, MigrationFailed {
        Supplier<DatabaseSettings> copies = COPIES.get(kind);
        if (copies == null) {
            copies = make(kind);
            COPIES.put(kind, copies);
        }
        return copies.get();
    }

    private static Supplier<DatabaseSettings> make(TestServer.Kind kind) throws SQLException, MigrationFailed {
        DatabaseSettings first = TestServer.fresh(kind);
        Path nowhere = Path.of(System.getProperty("java.io.tmpdir"), "colonnade-" + UUID.randomUUID());
        try (Store store = new Store(new StoreSettings(first, nowhere), Clock.systemUTC())) {
            store.open();
            store.raise(DeskModule.DESK);
        }
        if (kind == TestServer.Kind.POSTGRESQL) {
            String name = TestServer.keep(first);
            return () -> TestServer.postgres(name).unsafe();
        }
        List<String> script = script(first);
        return () -> played(script, TestServer.fresh(kind));
    }

    private static List<String> script(DatabaseSettings settings) throws SQLException {
        List<String> script = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("script nopasswords nosettings")) {
            while (row.next()) {
                script.add(row.getString(1));
            }
        }
        return script;
    }

    private static DatabaseSettings played(List<String> script, DatabaseSettings settings) {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            for (String line : script) {
                statement.execute(line);
            }
            return settings;
        } catch (SQLException failure) {
            throw new AssertionError("A database for the test cannot be made", failure);
        }
    }
}
