package org.colonnade.platform.store.internal.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventLog;

/** An event at its place in the log. */
record LoggedEvent(
        long id,
        long company,
        long position,
        String type,
        String subject,
        Instant at,
        String actor,
        String requestId,
        String data) {

    /** Reads the nine columns. */
    static LoggedEvent of(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getLong("id"),
                row.getLong("company"),
                row.getLong("position"),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("request_id"),
                row.getString("data"));
    }

    EventLog.Entry entry() {
        return new EventLog.Entry(Tsid.text(id), position, type, subject, at, actor, requestId, data);
    }
}
