package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.store.internal.database.SqlFaults;

/** Tells whether events reach their reactions in time. */
public final class EventsHealth implements HealthCheck {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final EventStore store;
    private final Dispatcher dispatcher;

    public EventsHealth(EventStore store, Dispatcher dispatcher) {
        this.store = store;
        this.dispatcher = dispatcher;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Finding check() {
        if (!store.reachable()) {
            return Finding.failed("Events wait for the database.", "See the check of the store.");
        }
        try (Connection connection = store.connection()) {
            int reactions = 0;
            for (Cursors.Cursor cursor : Cursors.all(connection)) {
                Finding finding = look(connection, cursor);
                if (finding != null) {
                    return finding;
                }
                reactions += dispatcher.present(cursor.name()) ? 1 : 0;
            }
            return Finding.well("Events reach all " + reactions + " reactions in time.");
        } catch (SQLException | RuntimeException failure) {
            return Finding.failed(
                    "Events cannot be delivered: "
                            + SqlFaults.translate(failure).getMessage(),
                    "See the check of the store.");
        }
    }

    /** What is not well with one reaction, or null. */
    private Finding look(Connection connection, Cursors.Cursor cursor) throws SQLException {
        long dead = DeadLetters.count(connection, cursor.name());
        if (dead > 0) {
            return Finding.warning(
                    "The reaction " + cursor.name() + " could not take " + dead + (dead == 1 ? " event." : " events."),
                    "Read why in the dead letters, mend it, then retry them.");
        }
        if (dispatcher.present(cursor.name()) && late(connection, cursor)) {
            return Finding.warning(
                    "The reaction " + cursor.name() + " is more than a minute behind"
                            + (cursor.failure() == null ? "." : ": " + cursor.failure()),
                    "It goes on by itself; if it does not catch up, look into the log for its function.");
        }
        return null;
    }

    private boolean late(Connection connection, Cursors.Cursor cursor) throws SQLException {
        List<LoggedEvent> next = Log.after(connection, cursor.types(), cursor.position(), 1);
        return !next.isEmpty() && next.get(0).at().isBefore(store.now().minus(LATE));
    }
}
