package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.store.internal.audit.Heads.Head;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.Placement;

/** Chains committed rows: each gets its position and a value that follows from it and the row before. */
public final class Sealer extends Placement {

    /** Of each chain since when its oldest row waits, in the order in which heads are locked. */
    private static final String OLDEST =
            "select h.company, (select a.at from platform_audit a where a.company = h.company and a.position is null"
                    + " order by a.id limit 1) from platform_audit_head h order by h.company";

    private static final String COUNT = "select count(*) from platform_audit where position is null";
    private static final String WAITING =
            "select id, company, 0, at, actor, request_id, action, subject, version, payload_digest, null, principal"
                    + " from platform_audit where company = ? and position is null order by id limit " + BATCH;
    private static final String PLACE = "update platform_audit set position = ?, chain = ? where id = ?";
    private static final String PLACE_ALL = "update platform_audit set position = placed.position, chain = placed.chain"
            + " from unnest(?, ?, ?) as placed (id, position, chain) where platform_audit.id = placed.id";

    private final boolean arrays;

    public Sealer(Database database) {
        super(database);
        this.arrays = database.vendor().takesArrays();
    }

    /**
     * Lets rows follow the chain that the caller inserts in this transaction, right before it ends: the head is locked until then.
     *
     * @return the rows in their places
     */
    List<ChainedRow> follow(Connection connection, List<ChainedRow> rows) throws SQLException {
        long company = rows.get(0).company();
        int settled;
        do {
            settled = batch(connection, company);
        } while (settled == BATCH);
        List<ChainedRow> placed = behind(Heads.locked(connection, company), rows);
        move(connection, placed);
        return placed;
    }

    @Override
    protected boolean any(Connection connection) throws SQLException {
        return oldest(connection).isPresent();
    }

    /** Of each chain that rows wait for; the heads are locked in the order of the companies. */
    @Override
    protected int batch(Connection connection) throws SQLException {
        int most = 0;
        for (long company : waiting(connection).keySet()) {
            most = Math.max(most, batch(connection, company));
        }
        return most;
    }

    private int batch(Connection connection, long company) throws SQLException {
        Head head = Heads.locked(connection, company);
        List<ChainedRow> waiting = waiting(connection, company);
        if (waiting.isEmpty()) {
            return 0;
        }
        List<ChainedRow> placed = behind(head, waiting);
        if (arrays) {
            placeAll(connection, placed);
        } else {
            place(connection, placed);
        }
        move(connection, placed);
        return placed.size();
    }

    private static List<ChainedRow> behind(Head head, List<ChainedRow> rows) {
        Digests digests = new Digests();
        List<ChainedRow> placed = new ArrayList<>(rows.size());
        byte[] chain = head.chain();
        long position = head.position();
        for (ChainedRow row : rows) {
            chain = digests.chain(chain, row);
            placed.add(row.at(++position, chain));
        }
        return placed;
    }

    private static void move(Connection connection, List<ChainedRow> placed) throws SQLException {
        ChainedRow last = placed.get(placed.size() - 1);
        Heads.move(connection, new Head(last.company(), last.position(), last.chain()));
    }

    /** Since when the row that waits longest does. */
    static Optional<Instant> oldest(Connection connection) throws SQLException {
        return waiting(connection).values().stream().min(Comparator.naturalOrder());
    }

    /** The companies whose rows wait, and since when. */
    private static Map<Long, Instant> waiting(Connection connection) throws SQLException {
        Map<Long, Instant> waiting = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OLDEST);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
                if (at != null) {
                    waiting.put(row.getLong(1), at.toInstant());
                }
            }
        }
        return waiting;
    }

    /** How many rows wait. */
    static long waitingRows(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<ChainedRow> waiting(Connection connection, long company) throws SQLException {
        List<ChainedRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setLong(1, company);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(ChainedRow.of(row));
                }
            }
        }
        return rows;
    }

    private static void place(Connection connection, List<ChainedRow> placed) throws SQLException {
        try (PreparedStatement place = connection.prepareStatement(PLACE)) {
            for (ChainedRow row : placed) {
                place.setLong(1, row.position());
                place.setBytes(2, row.chain());
                place.setLong(3, row.id());
                place.addBatch();
            }
            place.executeBatch();
        }
    }

    private static void placeAll(Connection connection, List<ChainedRow> placed) throws SQLException {
        Object[] ids = placed.stream().map(ChainedRow::id).toArray();
        Object[] positions = placed.stream().map(ChainedRow::position).toArray();
        byte[][] chains = placed.stream().map(ChainedRow::chain).toArray(byte[][]::new);
        try (PreparedStatement place = connection.prepareStatement(PLACE_ALL)) {
            place.setArray(1, connection.createArrayOf("bigint", ids));
            place.setArray(2, connection.createArrayOf("bigint", positions));
            place.setArray(3, connection.createArrayOf("bytea", chains));
            place.executeUpdate();
        }
    }
}
