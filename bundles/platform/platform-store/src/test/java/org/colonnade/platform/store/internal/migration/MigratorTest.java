package org.colonnade.platform.store.internal.migration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.store.internal.DeskModule;
import org.colonnade.platform.store.internal.ModuleSource;
import org.colonnade.platform.store.internal.OnBoth;
import org.junit.Test;

public class MigratorTest extends OnBoth {

    @Test
    public void aChangeSetRunsOnceAndItsOwnTableRemembersIt() throws Exception {
        store.lower("desk");
        store.raise(DeskModule.DESK);
        assertEquals(1, number("select count(*) from desk_changelog"));
    }

    @Test
    public void aChangeLogThatWasRunIsNotReadAgainUntilItChanges() throws Exception {
        String sql = "--changeset extra:1\ncreate table extra_one (id bigint primary key);\n";
        migrate(sql);
        execute("drop table extra_changelog");
        migrate(sql);
        assertEquals(
                "Liquibase was not asked",
                0,
                number("select count(*) from information_schema.tables where lower(table_name) = 'extra_changelog'"));
        execute("drop table extra_one");
        migrate(sql + "\n--changeset extra:2\ncreate table extra_two (id bigint primary key);\n");
        assertEquals(2, number("select count(*) from extra_changelog"));
    }

    @Test
    public void theNextVersionRunsOnlyWhatIsNew() throws Exception {
        migrate("--changeset extra:1\ncreate table extra_one (id bigint primary key);\n");
        migrate(
                "--changeset extra:1\ncreate table extra_one (id bigint primary key);\n\n--changeset extra:2\ncreate table extra_two (id bigint primary key);\n");
        assertEquals(2, number("select count(*) from extra_changelog"));
        assertEquals(0, number("select count(*) from extra_two"));
    }

    @Test
    public void aStatementThatFailsIsToldInOneSentenceAndCanBeMended() throws Exception {
        MigrationFailed failure =
                assertThrows(MigrationFailed.class, () -> migrate("--changeset extra:1\ncreate tabel oops;\n"));
        assertEquals("extra", failure.module());
        assertTrue(
                failure.getMessage(),
                failure.getMessage()
                        .startsWith("The tables of 'extra' cannot be changed to the version that it needs: "));
        migrate("--changeset extra:1\ncreate table extra_one (id bigint primary key);\n");
        assertEquals(0, number("select count(*) from extra_one"));
    }

    @Test
    public void theLockOfANodeThatWasKilledIsNoObstacle() throws Exception {
        migrate("--changeset extra:1\ncreate table extra_one (id bigint primary key);\n");
        execute("update extra_changelog_lock set locked = true, lockedby = 'gone', lockgranted = current_timestamp");
        migrate(
                "--changeset extra:1\ncreate table extra_one (id bigint primary key);\n\n--changeset extra:2\ncreate table extra_two (id bigint primary key);\n");
        assertEquals(2, number("select count(*) from extra_changelog"));
    }

    @Test
    public void nodesThatStartTogetherMigrateOneAfterTheOther() throws Exception {
        String sql =
                "--changeset extra:1\ncreate table extra_one (id bigint primary key);\n\n--changeset extra:2\ninsert into extra_one (id) values (1);\n";
        ModuleSource module = module(sql);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Void>> starts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                starts.add(() -> {
                    new Migrator(store.database().vendor(), store.database()::pool).migrate(module);
                    return null;
                });
            }
            for (Future<Void> start : nodes.invokeAll(starts)) {
                start.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertEquals(1, number("select count(*) from extra_one"));
        assertEquals(2, number("select count(*) from extra_changelog"));
    }

    private void migrate(String changes) throws IOException, SQLException, MigrationFailed {
        new Migrator(store.database().vendor(), store.database()::pool).migrate(module(changes));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = store.database().own().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ModuleSource module(String changes) throws IOException {
        Path file = folder.newFile().toPath();
        Files.writeString(file, "--liquibase formatted sql\n\n" + changes);
        return new Loose(file);
    }

    /** A change log that is nowhere on the class path. */
    private record Loose(Path file) implements ModuleSource {

        @Override
        public String id() {
            return "extra";
        }

        @Override
        public URL file(String path) {
            try {
                return path.equals(Migrator.CHANGE_LOG) ? file.toUri().toURL() : null;
            } catch (MalformedURLException never) {
                throw new AssertionError(never);
            }
        }

        @Override
        public ClassLoader loader() {
            return Loose.class.getClassLoader();
        }
    }
}
