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

    /**
     * Keeps the next places for events that the caller inserts in this transaction, right before it ends: the head is locked until then.
     *
     * @return the place before the first of them
     */
    long keep(Connection connection, int places) throws SQLException {
        settle(connection);
        try (Statement statement = connection.createStatement()) {
            long head = number(statement);
            move(connection, head + places);
            return head;
        }
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
        try (Statement statement = connection.createStatement()) {
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
            move(connection, head + waiting.size());
            return waiting.size();
        }
    }

    private static void move(Connection connection, long to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE_HEAD)) {
            move.setLong(1, to);
            move.executeUpdate();
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
        Object[] positions =
                LongStream.rangeClosed(head + 1, head + waiting.size()).boxed().toArray();
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
