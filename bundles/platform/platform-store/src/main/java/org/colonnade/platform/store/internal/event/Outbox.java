package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Puts events into the log, in the transaction of those who publish them. */
public final class Outbox {

    /** Stores one event; what {@link #set} sets. */
    public static final String INSERT =
            "insert into platform_event (id, type, subject, at, actor, request_id, data) values (?, ?, ?, ?, ?, ?, ?)";

    private volatile Runnable listener = () -> {};

    /** Whom to tell that events were stored. */
    public void onStored(Runnable told) {
        listener = told;
    }

    /** The events get their place in the log after the commit. */
    public void write(Connection connection, List<NewEvent> events) throws SQLException {
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
        insert.setString(behind + 2, event.type());
        insert.setString(behind + 3, event.subject());
        insert.setObject(behind + 4, event.at().atOffset(ZoneOffset.UTC));
        insert.setString(behind + 5, event.actor());
        insert.setString(behind + 6, event.requestId());
        insert.setString(behind + 7, event.data());
    }

    /** After the commit. */
    public void wake() {
        listener.run();
    }
}
