package org.colonnade.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A function with nothing but a change log, on the class path of this test. */
public class TestDatabaseTest extends OnEachDatabase {

    private static final String INSERT = "insert into jotter_note (id, text) values (?, ?)";
    private static final String COUNT = "select count(*) from jotter_note";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aFunctionWithoutRowsWorksWithItsConnection() throws SQLException {
        Tx jotter = database().tx("jotter");
        jotter.write(work -> note(work, "one"));
        assertEquals(1, count());
    }

    @Test
    public void eachTestHasAFreshDatabase() throws SQLException {
        database().tx("jotter");
        assertEquals(0, count());
    }

    @Test
    public void eventsReachReactionsWhenTheTestWantsIt() throws SQLException {
        database().tx("jotter").write(work -> {
            work.publish(new Jotted(Ref.of("jotter", "note", 1), "again"));
            return null;
        });
        assertEquals(0, count());
        database().runReactions(new Copying());
        assertEquals(1, count());
        assertEquals(
                1,
                database()
                        .eventLog()
                        .entries("jotter.note.jotted", PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    public void aFunctionThatIsNotThereIsNamed() {
        assertEquals(
                "No function 'nowhere' on the class path: neither a persistence unit nor a change log bears that name",
                assertThrows(AssertionError.class, () -> database().tx("nowhere"))
                        .getMessage());
    }

    @Test
    public void aFileIsThereAgain() {
        Path file = folder.getRoot().toPath().resolve("kept");
        try (TestDatabase first = TestDatabase.h2(file)) {
            first.tx("jotter").write(work -> note(work, "kept"));
        }
        try (TestDatabase second = TestDatabase.h2(file)) {
            assertEquals("kept", second.tx("jotter").read(work -> {
                try (Statement statement = work.unwrap(Connection.class).createStatement();
                        ResultSet row = statement.executeQuery("select text from jotter_note")) {
                    row.next();
                    return row.getString(1);
                }
            }));
        }
    }

    private static Void note(Work work, String text) throws SQLException {
        try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(INSERT)) {
            insert.setLong(1, work.newId());
            insert.setString(2, text);
            insert.executeUpdate();
            return null;
        }
    }

    private long count() throws SQLException {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Something was jotted down. */
    @EventType("jotter.note.jotted")
    record Jotted(Ref subject, String text) implements DomainEvent {}

    private static final class Copying implements Reaction<Jotted> {

        @Override
        public String name() {
            return "jotter.copying";
        }

        @Override
        public String module() {
            return "jotter";
        }

        @Override
        public List<Class<? extends Jotted>> events() {
            return List.of(Jotted.class);
        }

        @Override
        public void react(Jotted event, Work work) throws SQLException {
            note(work, event.text());
        }
    }
}
