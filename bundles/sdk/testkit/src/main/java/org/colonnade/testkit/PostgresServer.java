package org.colonnade.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
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
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
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
