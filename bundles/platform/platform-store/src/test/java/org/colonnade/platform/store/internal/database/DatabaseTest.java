package org.colonnade.platform.store.internal.database;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.store.internal.TestServer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DatabaseTest {

    private static final String SAFE = ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void h2ThatWritesAtOnceIsServed() throws Exception {
        try (Database database = new Database(TestServer.h2(file(), SAFE))) {
            assertTrue(database.open());
            assertEquals(Level.WELL, database.check().level());
            assertTrue(
                    database.check().sentence(), database.check().sentence().contains("power loss needs PostgreSQL"));
        }
    }

    @Test
    public void h2ThatWritesLaterIsRefusedUnlessTheDeveloperInsists() throws Exception {
        DatabaseSettings late = TestServer.h2(file(), ";TRACE_LEVEL_FILE=0");
        try (Database database = new Database(late)) {
            assertFailed(database, "WRITE_DELAY=500");
            assertThrows(Unavailable.class, database::pool);
        }
        try (Database database = new Database(late.unsafe())) {
            assertTrue(database.open());
        }
    }

    @Test
    public void aWrongPasswordIsTold() throws Exception {
        Path file = file();
        try (Database database = new Database(TestServer.h2(file, SAFE))) {
            assertTrue(database.open());
        }
        try (Database database = new Database(DatabaseSettings.of("jdbc:h2:file:" + file + SAFE, "sa", "wrong"))) {
            assertFailed(database, "refused the user name or the password of 'sa'");
        }
    }

    @Test
    public void aFileThatAnotherProcessHoldsIsTold() throws Exception {
        Path file = file();
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        "jdbc:h2:file:" + file + SAFE)
                .start();
        try (BufferedReader said = holder.inputReader();
                Database database = new Database(TestServer.h2(file, SAFE))) {
            assertEquals("held true", said.readLine());
            assertFailed(database, "locked by another process");
            holder.getOutputStream().close();
            holder.waitFor();
            assertTrue("served as soon as the other is gone", database.open());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    public void aFolderThatCannotBeWrittenIsTold() throws Exception {
        Path noFolder = folder.newFile("plain").toPath();
        try (Database database = new Database(TestServer.h2(noFolder.resolve("db"), SAFE))) {
            assertFailed(database, "cannot be opened");
        }
    }

    @Test
    public void aBackupHoldsEverythingAndOverwritesNothing() throws Exception {
        Path copy = folder.getRoot().toPath().resolve("copy.zip");
        try (Database database = new Database(TestServer.h2(file(), SAFE))) {
            database.open();
            execute(database, "create table kept (id bigint)");
            assertEquals(copy, database.write(copy));
            assertEquals(
                    "platform.backup.exists",
                    assertThrows(Conflict.class, () -> database.write(copy)).code());
        }
        Path restored = folder.newFolder().toPath();
        org.h2.tools.Restore.execute(copy.toString(), restored.toString(), null);
        try (Database database = new Database(TestServer.h2(restored.resolve("db"), SAFE))) {
            database.open();
            execute(database, "select * from kept");
        }
    }

    @Test
    public void postgresThatDoesNotFlushIsRefused() {
        // the server of the tests runs without fsync, for speed
        try (Database database = new Database(TestServer.postgres())) {
            assertFailed(database, "fsync=off");
        }
    }

    @Test
    public void postgresIsServedWhenItFlushesAndRefusedWhenCommitsDoNotWait() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Database database = new Database(
                        DatabaseSettings.of(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"))) {
            assertTrue(database.check().sentence(), database.open());
            assertEquals(Level.WELL, database.check().level());
            assertEquals(
                    "platform.backup.not-here",
                    assertThrows(
                                    Conflict.class,
                                    () -> database.write(
                                            folder.getRoot().toPath().resolve("x")))
                            .code());
            execute(database, "alter database postgres set synchronous_commit = off");
            try (Database second = new Database(
                    DatabaseSettings.of(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"))) {
                assertFailed(second, "synchronous_commit=off");
            }
        }
    }

    @Test
    public void aDatabaseOrAccountThatIsNotThereIsTold() {
        TestServer.postgres();
        String server = "jdbc:postgresql://localhost:" + TestServer.port();
        try (Database database = new Database(DatabaseSettings.of(server + "/nowhere", "postgres", "x"))) {
            assertFailed(database, "does not exist");
        }
        try (Database database = new Database(DatabaseSettings.of(server + "/postgres", "nobody", "x"))) {
            assertFailed(database, "refused the user name or the password of 'nobody'");
        }
        try (Database database = new Database(DatabaseSettings.of("jdbc:postgresql://localhost:1/x", "a", "b"))) {
            assertFailed(database, "PostgreSQL at localhost:1 cannot be reached");
        }
    }

    @Test
    public void anUnknownKindIsRefusedAndThePasswordNeverShown() {
        assertThrows(
                IllegalArgumentException.class, () -> new Database(DatabaseSettings.of("jdbc:oracle:x", "a", "b")));
        String shown = DatabaseSettings.of("jdbc:postgresql://h/d?password=secret1&ssl=true", "me", "secret2")
                .toString();
        assertFalse(shown, shown.contains("secret"));
    }

    @Test
    public void theSizeOfThePoolChangesWhileItServes() throws Exception {
        DatabaseSettings settings = TestServer.h2(file(), SAFE);
        try (Database database = new Database(settings)) {
            database.open();
            DatabaseSettings small = new DatabaseSettings(
                    settings.url(),
                    settings.user(),
                    settings.password(),
                    2,
                    java.time.Duration.ofMillis(300),
                    settings.statementTimeout(),
                    false);
            assertTrue(settings.sameDatabase(small));
            database.adjust(small);
            try (Connection one = database.own().getConnection();
                    Connection two = database.own().getConnection()) {
                assertTrue(one.isValid(1) && two.isValid(1));
                assertThrows(java.sql.SQLTransientConnectionException.class, () -> database.pool()
                        .getConnection());
            }
        }
    }

    private Path file() throws Exception {
        return folder.newFolder().toPath().resolve("db");
    }

    private static void assertFailed(Database database, String words) {
        assertFalse(database.open());
        Finding finding = database.check();
        assertEquals(Level.FAILED, finding.level());
        assertTrue(finding.sentence(), finding.sentence().contains(words));
        assertFalse("it says how to mend it", finding.mend().isEmpty());
    }

    private static void execute(Database database, String sql) throws Exception {
        try (Connection connection = database.own().getConnection();
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet row = statement.getResultSet()) {
                    assertFalse(row.next());
                }
            }
        }
    }
}
