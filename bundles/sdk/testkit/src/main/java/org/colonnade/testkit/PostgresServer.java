package org.colonnade.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/** One PostgreSQL server for all tests of the JVM; it ends with the JVM. */
final class PostgresServer {

    private static final String USER = "postgres";
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 2L << 30;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static PostgresServer running;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static synchronized PostgresServer running() {
        if (running == null) {
            running = new PostgresServer(start());
        }
        return running;
    }

    DatabaseSettings freshDatabase() {
        return database("template1");
    }

    /** Makes databases that hold what this one does, which nobody is connected to any more. */
    Supplier<DatabaseSettings> copyOf(DatabaseSettings settings) {
        return () -> database(name(settings));
    }

    /** The database goes, with whoever is still connected to it. */
    void drop(DatabaseSettings settings) {
        run("drop database " + name(settings) + " with (force)");
    }

    /** A database of a server that another process runs. */
    static DatabaseSettings at(String url) {
        return DatabaseSettings.of(url, USER, USER);
    }

    private DatabaseSettings database(String template) {
        String name = "test" + NUMBER.incrementAndGet();
        run("create database " + name + " template " + template);
        // one role for all of them: a copy of a database keeps what the role was allowed in it
        return DatabaseSettings.of("jdbc:postgresql://localhost:" + server.getPort() + '/' + name, USER, USER)
                .under("colonnade_rows");
    }

    private void run(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError("The test's server refuses: " + sql, failure);
        }
    }

    private static String name(DatabaseSettings settings) {
        return settings.url().substring(settings.url().lastIndexOf('/') + 1);
    }

    private static EmbeddedPostgres start() {
        try {
            // plain C would not know Thai letters; a machine without C.UTF-8 tests with what it has
            return inMemory(EmbeddedPostgres.builder())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException | RuntimeException noSuchLocale) {
            try {
                return inMemory(EmbeddedPostgres.builder()).start();
            } catch (IOException failure) {
                failure.addSuppressed(noSuchLocale);
                throw new AssertionError("PostgreSQL for the tests does not start", failure);
            }
        }
    }

    /** Each test's database is some six hundred files: on a disk copying them costs more than most tests, in memory a tenth of it. */
    private static EmbeddedPostgres.Builder inMemory(EmbeddedPostgres.Builder builder) throws IOException {
        if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH) {
            builder.setDataDirectory(MEMORY.resolve("colonnade-" + UUID.randomUUID()));
        }
        return builder;
    }
}
