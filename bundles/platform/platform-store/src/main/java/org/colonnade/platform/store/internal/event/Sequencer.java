package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.Placement;

/** Gives committed events their place in the log. */
public final class Sequencer extends Placement {

    private static final String LOCK_HEAD = "select position from platform_event_head where id = 1 for update";
    private static final String WAITING =
            "select id, type from platform_event where position is null order by entered limit " + BATCH;
    private static final String ANY_WAITING = "select 1 from platform_event where position is null limit 1";
    private static final String PLACE = "update platform_event set position = ? where id = ?";
    private static final String PLACE_ALL = "update platform_event set position = placed.position"
            + " from unnest(?, ?) as placed (id, position) where platform_event.id = placed.id";
    private static final String MOVE_HEAD = "update platform_event_head set position = ? where id = 1";

    private final boolean arrays;
    private final Set<String> types = ConcurrentHashMap.newKeySet();

    public Sequencer(Database database) {
        super(database);
        this.arrays = database.vendor().takesArrays();
    }

    /** Of which types events were placed since this was asked last. */
    Set<String> placed() {
        Set<String> placed = new HashSet<>(types);
        types.removeAll(placed);
        return placed;
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
                PreparedStatement move = connection.prepareStatement(MOVE_HEAD)) {
            long head = number(statement);
            List<Long> waiting = waiting(statement);
            if (waiting.isEmpty()) {
                return 0;
            }
            if (arrays) {
                placeAll(connection, head, waiting);
            } else {
                place(connection, head, waiting);
            }
            move.setLong(1, head + waiting.size());
            move.executeUpdate();
            return waiting.size();
        }
    }

    private static void place(Connection connection, long head, List<Long> waiting) throws SQLException {
        try (PreparedStatement place = connection.prepareStatement(PLACE)) {
            long position = head;
            for (Long id : waiting) {
                place.setLong(1, ++position);
                place.setLong(2, id);
                place.addBatch();
            }
            place.executeBatch();
        }
    }

    private static void placeAll(Connection connection, long head, List<Long> waiting) throws SQLException {
        Object[] positions = LongStream.rangeClosed(head + 1, head + waiting.size())
                .boxed()
                .toArray();
        try (PreparedStatement place = connection.prepareStatement(PLACE_ALL)) {
            place.setArray(1, connection.createArrayOf("bigint", waiting.toArray()));
            place.setArray(2, connection.createArrayOf("bigint", positions));
            place.executeUpdate();
        }
    }

    private static long number(Statement statement) throws SQLException {
        try (ResultSet head = statement.executeQuery(LOCK_HEAD)) {
            head.next();
            return head.getLong(1);
        }
    }

    private List<Long> waiting(Statement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(WAITING)) {
            while (found.next()) {
                ids.add(found.getLong(1));
                types.add(found.getString(2));
            }
        }
        return ids;
    }
}
