package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.store.internal.audit.Heads.Head;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.Placement;

/** Chains committed rows: each gets its position and a value that follows from it and the row before. */
public final class Sealer extends Placement {

    private static final String OLDEST = "select at from platform_audit where company = " + Scribe.COMPANY
            + " and position is null order by id limit 1";
    private static final String COUNT = "select count(*) from platform_audit where position is null";
    private static final String WAITING =
            "select id, company, 0, at, actor, request_id, action, subject, version, payload_digest, null"
                    + " from platform_audit where company = " + Scribe.COMPANY
                    + " and position is null order by id limit " + BATCH;
    private static final String PLACE = "update platform_audit set position = ?, chain = ? where id = ?";
    private static final String PLACE_ALL = "update platform_audit set position = placed.position, chain = placed.chain"
            + " from unnest(?, ?, ?) as placed (id, position, chain) where platform_audit.id = placed.id";

    private final boolean arrays;

    public Sealer(Database database) {
        super(database);
        this.arrays = database.vendor().takesArrays();
    }

    @Override
    protected boolean any(Connection connection) throws SQLException {
        return oldest(connection).isPresent();
    }

    @Override
    protected int batch(Connection connection) throws SQLException {
        Head head = Heads.locked(connection, Scribe.COMPANY);
        List<ChainedRow> waiting = waiting(connection);
        if (waiting.isEmpty()) {
            return 0;
        }
        Digests digests = new Digests();
        byte[][] chains = new byte[waiting.size()][];
        byte[] chain = head.chain();
        for (int i = 0; i < chains.length; i++) {
            chain = digests.chain(chain, waiting.get(i));
            chains[i] = chain;
        }
        if (arrays) {
            placeAll(connection, head.position(), waiting, chains);
        } else {
            place(connection, head.position(), waiting, chains);
        }
        Heads.move(connection, new Head(head.company(), head.position() + chains.length, chain));
        return chains.length;
    }

    /** Since when the row that waits longest does. */
    static Optional<Instant> oldest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLDEST);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.empty();
        }
    }

    /** How many rows wait. */
    static long waitingRows(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<ChainedRow> waiting(Connection connection) throws SQLException {
        List<ChainedRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(ChainedRow.of(row));
            }
        }
        return rows;
    }

    private static void place(Connection connection, long from, List<ChainedRow> rows, byte[][] chains)
            throws SQLException {
        try (PreparedStatement place = connection.prepareStatement(PLACE)) {
            for (int i = 0; i < chains.length; i++) {
                place.setLong(1, from + i + 1);
                place.setBytes(2, chains[i]);
                place.setLong(3, rows.get(i).id());
                place.addBatch();
            }
            place.executeBatch();
        }
    }

    private static void placeAll(Connection connection, long from, List<ChainedRow> rows, byte[][] chains)
            throws SQLException {
        Long[] ids = new Long[chains.length];
        Long[] positions = new Long[chains.length];
        for (int i = 0; i < chains.length; i++) {
            ids[i] = rows.get(i).id();
            positions[i] = from + i + 1;
        }
        try (PreparedStatement place = connection.prepareStatement(PLACE_ALL)) {
            place.setArray(1, connection.createArrayOf("bigint", ids));
            place.setArray(2, connection.createArrayOf("bigint", positions));
            place.setArray(3, connection.createArrayOf("bytea", chains));
            place.executeUpdate();
        }
    }
}
