package org.colonnade.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/** One PostgreSQL server for all tests of the JVM; it ends with the JVM. */
final class PostgresServer {

    private static final String USER = "postgres";
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
        String template = settings.url().substring(settings.url().lastIndexOf('/') + 1);
        return () -> database(template);
    }

    private DatabaseSettings database(String template) {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException failure) {
            throw new AssertionError("A database for the test cannot be made", failure);
        }
        return DatabaseSettings.of("jdbc:postgresql://localhost:" + server.getPort() + '/' + name, USER, USER);
    }

    private static EmbeddedPostgres start() {
        try {
            // plain C would not know Thai letters; a machine without C.UTF-8 tests with what it has
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
        } catch (IOException | RuntimeException noSuchLocale) {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                failure.addSuppressed(noSuchLocale);
                throw new AssertionError("PostgreSQL for the tests does not start", failure);
            }
        }
    }
}
