package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.Placement;

/** Gives committed events their place in the log. */
public final class Sequencer extends Placement {

    private static final String LOCK_HEAD = "select position from platform_event_head where id = 1 for update";
    private static final String WAITING =
            "select id from platform_event where position is null order by entered limit " + BATCH;
    private static final String ANY_WAITING = "select 1 from platform_event where position is null limit 1";
    private static final String PLACE = "update platform_event set position = ? where id = ?";
    private static final String MOVE_HEAD = "update platform_event_head set position = ? where id = 1";

    public Sequencer(Database database) {
        super(database);
    }

    @Override
    protected boolean any(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ANY_WAITING)) {
            return found.next();
        }
    }

    @Override
    protected int batch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement place = connection.prepareStatement(PLACE);
                PreparedStatement move = connection.prepareStatement(MOVE_HEAD)) {
            long head = number(statement);
            List<Long> waiting = waiting(statement);
            for (Long id : waiting) {
                place.setLong(1, ++head);
                place.setLong(2, id);
                place.addBatch();
            }
            if (!waiting.isEmpty()) {
                place.executeBatch();
                move.setLong(1, head);
                move.executeUpdate();
            }
            return waiting.size();
        }
    }

    private static long number(Statement statement) throws SQLException {
        try (ResultSet head = statement.executeQuery(LOCK_HEAD)) {
            head.next();
            return head.getLong(1);
        }
    }

    private static List<Long> waiting(Statement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(WAITING)) {
            while (found.next()) {
                ids.add(found.getLong(1));
            }
        }
        return ids;
    }
}
