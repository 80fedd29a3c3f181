package org.colonnade.platform.store.internal.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.Placement;
import org.colonnade.platform.store.internal.event.NewEvent;
import org.colonnade.platform.store.internal.event.Outbox;

/** Writes changes into the audit, in the transaction of those who make them. */
public final class Scribe {

    private static final int SALT = 16;
    private static final String ROW =
            "insert into platform_audit (id, company, at, actor, request_id, action, subject, version, payload_digest, principal)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PAYLOAD =
            "insert into platform_audit_payload (id, company, salt, before_text, after_text) values (?, ?, ?, ?, ?)";

    /** PostgreSQL takes both in one round trip. */
    private static final String ROW_AND_PAYLOAD = "with written as (" + ROW + ") " + PAYLOAD;

    private static final String ROW_PAYLOAD_AND_EVENT = ROW_AND_PAYLOAD + "; " + Outbox.INSERT;

    private static final String ROW_IN_PLACE =
            "insert into platform_audit (id, company, at, actor, request_id, action, subject, version, payload_digest, principal,"
                    + " position, chain)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int ROW_PARAMETERS = 10;
    private static final int PAYLOAD_PARAMETERS = 5;

    private final SecureRandom random = new SecureRandom();

    private final Sealer sealer;
    private final boolean together;
    private volatile Runnable listener = () -> {};

    public Scribe(Database database, Sealer sealer) {
        this.sealer = sealer;
        this.together = database.vendor().takesArrays();
    }

    /** Whom to tell that changes were stored. */
    public void onStored(Runnable told) {
        listener = told;
    }

    /** Many rows are chained at once, right before the commit; few after it. */
    public void write(Connection connection, List<NewRow> rows) throws SQLException {
        if (together && rows.size() == 1 && rows.get(0).hasPayload()) {
            writeOne(connection, rows.get(0));
        } else {
            writeAll(connection, rows);
        }
    }

    /**
     * One change and the event that tells of it, in one round trip where the database can.
     *
     * @return whether both are written; if not, nothing is
     */
    public boolean write(Connection connection, NewRow row, NewEvent event) throws SQLException {
        if (!together || !row.hasPayload()) {
            return false;
        }
        try (PreparedStatement insert = connection.prepareStatement(ROW_PAYLOAD_AND_EVENT)) {
            byte[] salt = salt();
            set(insert, row.waiting(digest(new Digests(), row, salt)));
            setPayload(insert, ROW_PARAMETERS, row, salt);
            Outbox.set(insert, ROW_PARAMETERS + PAYLOAD_PARAMETERS, event);
            insert.execute();
            return true;
        }
    }

    private void writeOne(Connection connection, NewRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ROW_AND_PAYLOAD)) {
            byte[] salt = salt();
            set(insert, row.waiting(digest(new Digests(), row, salt)));
            setPayload(insert, ROW_PARAMETERS, row, salt);
            insert.executeUpdate();
        }
    }

    private void writeAll(Connection connection, List<NewRow> rows) throws SQLException {
        List<ChainedRow> waiting = writePayloads(connection, rows);
        if (rows.size() >= Placement.MANY) {
            insert(connection, ROW_IN_PLACE, sealer.follow(connection, waiting));
        } else {
            insert(connection, ROW, waiting);
        }
    }

    /** Before the chain is touched, whose head others may wait for. @return the rows as they are to be written */
    private List<ChainedRow> writePayloads(Connection connection, List<NewRow> rows) throws SQLException {
        List<ChainedRow> waiting = new ArrayList<>(rows.size());
        try (PreparedStatement payload = connection.prepareStatement(PAYLOAD)) {
            Digests digests = new Digests();
            boolean payloads = false;
            for (NewRow row : rows) {
                byte[] salt = row.hasPayload() ? salt() : null;
                waiting.add(row.waiting(salt == null ? null : digest(digests, row, salt)));
                if (salt != null) {
                    setPayload(payload, 0, row, salt);
                    payload.addBatch();
                    payloads = true;
                }
            }
            if (payloads) {
                payload.executeBatch();
            }
        }
        return waiting;
    }

    private static void insert(Connection connection, String sql, List<ChainedRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (ChainedRow row : rows) {
                set(insert, row);
                if (row.chain() != null) {
                    insert.setLong(ROW_PARAMETERS + 1, row.position());
                    insert.setBytes(ROW_PARAMETERS + 2, row.chain());
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** After the commit. */
    public void wake() {
        listener.run();
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] digest(Digests digests, NewRow row, byte[] salt) {
        return digests.payload(salt, row.change().before(), row.change().after());
    }

    private static void set(PreparedStatement insert, ChainedRow row) throws SQLException {
        insert.setLong(1, row.id());
        insert.setLong(2, row.company());
        insert.setObject(3, row.at().atOffset(ZoneOffset.UTC));
        insert.setString(4, row.actor());
        insert.setString(5, row.requestId());
        insert.setString(6, row.action());
        insert.setString(7, row.subject());
        insert.setLong(8, row.version());
        insert.setBytes(9, row.payloadDigest());
        insert.setString(10, row.principal());
    }

    private static void setPayload(PreparedStatement insert, int behind, NewRow row, byte[] salt) throws SQLException {
        insert.setLong(behind + 1, row.id());
        insert.setLong(behind + 2, row.company());
        insert.setBytes(behind + 3, salt);
        insert.setString(behind + 4, row.change().before());
        insert.setString(behind + 5, row.change().after());
    }
}
