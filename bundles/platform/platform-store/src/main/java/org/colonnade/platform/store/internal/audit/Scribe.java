package org.colonnade.platform.store.internal.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.event.NewEvent;
import org.colonnade.platform.store.internal.event.Outbox;

/** Writes changes into the audit, in the transaction of those who make them. */
public final class Scribe {

    /** The company whose chain the rows join; there is one. */
    static final long COMPANY = 1;

    private static final int SALT = 16;
    private static final String ROW =
            "insert into platform_audit (id, company, at, actor, request_id, action, subject, version, payload_digest)"
                    + " values (?, " + COMPANY + ", ?, ?, ?, ?, ?, ?, ?)";
    private static final String PAYLOAD =
            "insert into platform_audit_payload (id, salt, before_text, after_text) values (?, ?, ?, ?)";

    /** PostgreSQL takes both in one round trip. */
    private static final String ROW_AND_PAYLOAD = "with written as (" + ROW + ") " + PAYLOAD;

    private static final String ROW_PAYLOAD_AND_EVENT = ROW_AND_PAYLOAD + "; " + Outbox.INSERT;

    private static final int ROW_PARAMETERS = 8;
    private static final int PAYLOAD_PARAMETERS = 4;

    private final SecureRandom random = new SecureRandom();

    private final boolean together;
    private volatile Runnable listener = () -> {};

    public Scribe(Database database) {
        this.together = database.vendor().takesArrays();
    }

    /** Whom to tell that changes were stored. */
    public void onStored(Runnable told) {
        listener = told;
    }

    /** The rows are chained after the commit. */
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
            set(insert, row, digest(new Digests(), row, salt));
            setPayload(insert, ROW_PARAMETERS, row, salt);
            Outbox.set(insert, ROW_PARAMETERS + PAYLOAD_PARAMETERS, event);
            insert.execute();
            return true;
        }
    }

    private void writeOne(Connection connection, NewRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ROW_AND_PAYLOAD)) {
            byte[] salt = salt();
            set(insert, row, digest(new Digests(), row, salt));
            setPayload(insert, ROW_PARAMETERS, row, salt);
            insert.executeUpdate();
        }
    }

    private void writeAll(Connection connection, List<NewRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ROW);
                PreparedStatement payload = connection.prepareStatement(PAYLOAD)) {
            Digests digests = new Digests();
            boolean payloads = false;
            for (NewRow row : rows) {
                byte[] salt = row.hasPayload() ? salt() : null;
                set(insert, row, salt == null ? null : digest(digests, row, salt));
                insert.addBatch();
                if (salt != null) {
                    setPayload(payload, 0, row, salt);
                    payload.addBatch();
                    payloads = true;
                }
            }
            insert.executeBatch();
            if (payloads) {
                payload.executeBatch();
            }
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

    private static void set(PreparedStatement insert, NewRow row, byte[] digest) throws SQLException {
        insert.setLong(1, row.id());
        insert.setObject(2, row.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, row.actor());
        insert.setString(4, row.requestId());
        insert.setString(5, row.change().action());
        insert.setString(6, row.change().subject().toString());
        insert.setLong(7, row.change().version());
        insert.setBytes(8, digest);
    }

    private static void setPayload(PreparedStatement insert, int behind, NewRow row, byte[] salt) throws SQLException {
        insert.setLong(behind + 1, row.id());
        insert.setBytes(behind + 2, salt);
        insert.setString(behind + 3, row.change().before());
        insert.setString(behind + 4, row.change().after());
    }
}
