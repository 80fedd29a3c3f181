package org.colonnade.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/** Where the H2 databases of tests are. */
final class H2Url {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private H2Url() {}

    static DatabaseSettings fresh() {
        return DatabaseSettings.of(
                "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000", "sa", "");
    }

    /** Makes databases that hold what this one does, also when it is gone. */
    static Supplier<DatabaseSettings> copyOf(DatabaseSettings settings) throws SQLException {
        List<String> script = new ArrayList<>();
        try (Connection connection = connection(settings);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("script nopasswords nosettings")) {
            while (row.next()) {
                script.add(row.getString(1));
            }
        }
        return () -> {
            DatabaseSettings copy = fresh();
            try (Connection connection = connection(copy);
                    Statement statement = connection.createStatement()) {
                for (String line : script) {
                    statement.execute(line);
                }
            } catch (SQLException failure) {
                throw new AssertionError("A database for the test cannot be made", failure);
            }
            return copy;
        };
    }

    private static Connection connection(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), "sa", "");
    }

    static DatabaseSettings file(Path file) {
        return DatabaseSettings.of(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;LOCK_TIMEOUT=5000", "sa", "");
    }
}
