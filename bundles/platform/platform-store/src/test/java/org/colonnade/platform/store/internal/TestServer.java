package org.colonnade.platform.store.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/** Where the databases of the store's own tests are; functions use the testkit, which cannot be used here. */
public final class TestServer {

    /** No test has as many at once; the older are dropped. */
    private static final int KEPT = 30;

    private static final long ENOUGH = 2L << 30;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres running;
    private static int kept;

    private TestServer() {}

    public enum Kind {
        H2,
        POSTGRESQL
    }

    public static DatabaseSettings fresh(Kind kind) {
        return kind == Kind.H2 ? memory().unsafe() : postgres().unsafe();
    }

    private static DatabaseSettings memory() {
        String url = "jdbc:h2:mem:own" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000";
        return DatabaseSettings.of(url, "sa", "");
    }

    public static DatabaseSettings h2(Path file, String more) {
        return DatabaseSettings.of("jdbc:h2:file:" + file.toAbsolutePath() + more, "sa", "");
    }

    /** A fresh database, not yet excused for being unsafe. */
    public static DatabaseSettings postgres() {
        return postgres("template1");
    }

    /** A database that holds what the named one does, to which nobody is connected. */
    static synchronized DatabaseSettings postgres(String template) {
        try {
            if (running == null) {
                running = start();
            }
            int number = NUMBER.incrementAndGet();
            String name = "own" + number;
            execute("create database " + name + " template " + template);
            if (number > KEPT && number - KEPT != kept) {
                execute("drop database if exists own" + (number - KEPT) + " with (force)");
            }
            String url = "jdbc:postgresql://localhost:" + running.getPort() + '/' + name;
            // one role for all of them: a copy of a database keeps what the role was allowed in it
            return DatabaseSettings.of(url, "postgres", "postgres").under("colonnade_rows");
        } catch (IOException failure) {
            throw new AssertionError("PostgreSQL for the tests does not start", failure);
        }
    }

    /** It is not dropped however many follow. @return what it is called */
    static synchronized String keep(DatabaseSettings settings) {
        String name = settings.url().substring(settings.url().lastIndexOf('/') + 1);
        kept = Integer.parseInt(name.substring("own".length()));
        return name;
    }

    /** In memory where there is some, as in the testkit: on a disk the files of a database cost more than most tests. */
    private static EmbeddedPostgres start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8");
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) && memory.toFile().getUsableSpace() > ENOUGH
                ? builder.setDataDirectory(memory.resolve("colonnade-" + UUID.randomUUID()))
                        .start()
                : builder.start();
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
