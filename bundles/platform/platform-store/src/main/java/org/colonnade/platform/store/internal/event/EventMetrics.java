package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;

/** How far reactions are behind the log. Those that are away are left out: their events wait for them on purpose. */
public final class EventMetrics implements MetricSource {

    private static final double MILLIS = 1e3;

    private final EventStore store;
    private final Dispatcher dispatcher;

    public EventMetrics(EventStore store, Dispatcher dispatcher) {
        this.store = store;
        this.dispatcher = dispatcher;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public void measure(Readings readings) throws SQLException {
        if (!store.reachable()) {
            throw new IllegalStateException("The database is away");
        }
        try (Connection connection = store.connection()) {
            readings.gauge(
                    "colonnade_event_unplaced_seconds",
                    "How old the oldest event is that has no place in the log yet.",
                    age(Log.unplaced(connection)));
            for (Cursors.Cursor cursor : Cursors.all(connection)) {
                if (dispatcher.present(cursor.name())) {
                    measure(readings, connection, cursor);
                }
            }
        }
    }

    private void measure(Readings readings, Connection connection, Cursors.Cursor cursor) throws SQLException {
        List<LoggedEvent> next = Log.after(connection, cursor.types(), cursor.position(), 1);
        readings.gauge(
                "colonnade_event_lag_seconds",
                "How old the oldest event is that a reaction has not taken yet.",
                age(next.isEmpty() ? null : next.get(0).at()),
                "reaction",
                cursor.name());
        readings.gauge(
                "colonnade_dead_letters",
                "Events that a reaction could not take.",
                DeadLetters.count(connection, cursor.name()),
                "reaction",
                cursor.name());
    }

    private double age(Instant at) {
        return at == null ? 0 : Math.max(0, Duration.between(at, store.now()).toMillis() / MILLIS);
    }
}
