package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.BulkReaction;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Work;

/** The events of the tests, and a reaction that writes down what it took. */
final class Marks {

    private static final String NOTE = "insert into desk_effect (reaction, number, line) values (?, ?, ?)";

    private Marks() {}

    /** The n-th thing that happened to a line. */
    @EventType("desk.line.marked")
    record Marked(Ref subject, int line, long number) implements DomainEvent {

        static Marked of(int line, long number) {
            return new Marked(Ref.of("desk", "line", line), line, number);
        }
    }

    /** Something that the reactions of the tests do not wait for. */
    @EventType("desk.line.ignored")
    record Ignored(Ref subject) implements DomainEvent {}

    /** What a reaction does beside writing down. */
    @FunctionalInterface
    interface Effect {
        void on(Marked event, Work work) throws SQLException;
    }

    /** Writes each event down, after what else it shall do. */
    record Noting(String name, boolean fromTheBeginning, Effect effect) implements Reaction<Marked> {

        Noting(String name) {
            this(name, true, (event, work) -> {});
        }

        @Override
        public String module() {
            return "desk";
        }

        @Override
        public List<Class<? extends Marked>> events() {
            return List.of(Marked.class);
        }

        @Override
        public void react(Marked event, Work work) throws SQLException {
            try (PreparedStatement note = work.unwrap(Connection.class).prepareStatement(NOTE)) {
                note.setString(1, name);
                note.setLong(2, event.number());
                note.setInt(3, event.line());
                note.executeUpdate();
            }
            effect.on(event, work);
        }
    }

    /** Takes several events at once, and writes down how many they were. */
    record Gathering(String name, int most, Duration patience, List<Integer> lots, Effect effect)
            implements BulkReaction<Marked> {

        Gathering(String name, int most, List<Integer> lots, Effect effect) {
            this(name, most, Duration.ZERO, lots, effect);
        }

        @Override
        public String module() {
            return "desk";
        }

        @Override
        public List<Class<? extends Marked>> events() {
            return List.of(Marked.class);
        }

        @Override
        public void reactAll(List<Marked> events, Work work) throws SQLException {
            lots.add(events.size());
            Noting each = new Noting(name, true, effect);
            for (Marked event : events) {
                each.react(event, work);
            }
        }
    }
}
