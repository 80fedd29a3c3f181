package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.platform.store.internal.database.Placement;

/** Puts events into the log, in the transaction of those who publish them. */
public final class Outbox {

    /** Stores one event; what {@link #set} sets. */
    public static final String INSERT =
            "insert into platform_event (id, company, type, subject, at, actor, request_id, data) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_IN_PLACE =
            "insert into platform_event (id, company, type, subject, at, actor, request_id, data, position)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int POSITION = 9;

    private final Sequencer sequencer;
    private volatile Runnable listener = () -> {};

    public Outbox(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    /** Whom to tell that events were stored. */
    public void onStored(Runnable told) {
        listener = told;
    }

    /** The last that a transaction does. Many events get their place in the log at once, few after the commit. */
    public void write(Connection connection, List<NewEvent> events) throws SQLException {
        if (events.size() >= Placement.MANY) {
            writeInPlace(connection, events);
        } else {
            writeWaiting(connection, events);
        }
    }

    private void writeInPlace(Connection connection, List<NewEvent> events) throws SQLException {
        long position = sequencer.keep(connection, events.size());
        try (PreparedStatement insert = connection.prepareStatement(INSERT_IN_PLACE)) {
            for (NewEvent event : events) {
                set(insert, 0, event);
                insert.setLong(POSITION, ++position);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void writeWaiting(Connection connection, List<NewEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (NewEvent event : events) {
                set(insert, 0, event);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Sets an event's parameters behind so many others. */
    public static void set(PreparedStatement insert, int behind, NewEvent event) throws SQLException {
        insert.setLong(behind + 1, event.id());
        insert.setLong(behind + 2, event.company());
        insert.setString(behind + 3, event.type());
        insert.setString(behind + 4, event.subject());
        insert.setObject(behind + 5, event.at().atOffset(ZoneOffset.UTC));
        insert.setString(behind + 6, event.actor());
        insert.setString(behind + 7, event.requestId());
        insert.setString(behind + 8, event.data());
    }

    /** After the commit. */
    public void wake() {
        listener.run();
    }
}
