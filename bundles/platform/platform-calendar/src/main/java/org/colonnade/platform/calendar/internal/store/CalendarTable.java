package org.colonnade.platform.calendar.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Which calendar has a name, and which one is the standard one. */
public final class CalendarTable {

    private static final String DOOR = "select id from calendar_door where id = 1 for update";
    private static final String NAMED =
            "select id from calendar_business where name = ? and archived = false order by id limit 2";
    private static final String STANDARD = "select id from calendar_business where standard = true order by id";

    private CalendarTable() {}

    /** Lets one transaction in after the other, until it ends: for names and the standard calendar. */
    public static void door(Work work) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(DOOR);
                ResultSet row = statement.executeQuery()) {
            row.next();
        }
    }

    /** The id of the calendar with exactly this name that is not archived; while one is restored, those of two. */
    public static List<String> named(Work work, String name) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(NAMED)) {
            statement.setString(1, name);
            return ids(statement);
        }
    }

    /** The id of the standard calendar; while it is handed on, those of both. */
    public static List<String> standards(Work work) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(STANDARD)) {
            return ids(statement);
        }
    }

    private static List<String> ids(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(Tsid.text(row.getLong(1)));
            }
            return ids;
        }
    }
}
