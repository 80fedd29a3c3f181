package org.colonnade.platform.store.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/** Where the databases of the store's own tests are; functions use the testkit, which cannot be used here. */
public final class TestServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres running;

    private TestServer() {}

    public enum Kind {
        H2,
        POSTGRESQL
    }

    public static DatabaseSettings fresh(Kind kind) {
        return kind == Kind.H2
                ? DatabaseSettings.of(
                                "jdbc:h2:mem:own" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000",
                                "sa",
                                "")
                        .unsafe()
                : postgres().unsafe();
    }

    public static DatabaseSettings h2(Path file, String more) {
        return DatabaseSettings.of("jdbc:h2:file:" + file.toAbsolutePath() + more, "sa", "");
    }

    /** A fresh database, not yet excused for being unsafe. */
    public static synchronized DatabaseSettings postgres() {
        try {
            if (running == null) {
                running = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
            }
            String name = "own" + NUMBER.incrementAndGet();
            execute("create database " + name);
            return DatabaseSettings.of(
                    "jdbc:postgresql://localhost:" + running.getPort() + '/' + name, "postgres", "postgres");
        } catch (IOException failure) {
            throw new AssertionError("PostgreSQL for the tests does not start", failure);
        }
    }

    public static int port() {
        return running.getPort();
    }

    public static void execute(String sql) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
