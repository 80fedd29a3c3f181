package org.colonnade.platform.store.internal.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Writes changes into the audit, in the transaction of those who make them. */
public final class Scribe {

    /** The company whose chain the rows join; there is one. */
    static final long COMPANY = 1;

    private static final int SALT = 16;
    private static final String INSERT =
            "insert into platform_audit (id, company, at, actor, request_id, action, subject, version, payload_digest)"
                    + " values (?, " + COMPANY + ", ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_PAYLOAD =
            "insert into platform_audit_payload (id, salt, before_text, after_text) values (?, ?, ?, ?)";

    private final SecureRandom random = new SecureRandom();

    private volatile Runnable listener = () -> {};

    /** Whom to tell that changes were stored. */
    public void onStored(Runnable told) {
        listener = told;
    }

    /** The rows are chained after the commit. */
    public void write(Connection connection, List<NewRow> rows) throws SQLException {
        byte[] salts = new byte[SALT * rows.size()];
        random.nextBytes(salts);
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement payload = connection.prepareStatement(INSERT_PAYLOAD)) {
            Digests digests = new Digests();
            boolean payloads = false;
            for (int i = 0; i < rows.size(); i++) {
                NewRow row = rows.get(i);
                byte[] digest = null;
                if (row.hasPayload()) {
                    byte[] salt = java.util.Arrays.copyOfRange(salts, i * SALT, (i + 1) * SALT);
                    digest = digests.payload(
                            salt, row.change().before(), row.change().after());
                    addPayload(payload, row, salt);
                    payloads = true;
                }
                add(insert, row, digest);
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

    private static void add(PreparedStatement insert, NewRow row, byte[] digest) throws SQLException {
        insert.setLong(1, row.id());
        insert.setObject(2, row.at().atOffset(ZoneOffset.UTC));
        insert.setString(3, row.actor());
        insert.setString(4, row.requestId());
        insert.setString(5, row.change().action());
        insert.setString(6, row.change().subject().toString());
        insert.setLong(7, row.change().version());
        insert.setBytes(8, digest);
        insert.addBatch();
    }

    private static void addPayload(PreparedStatement payload, NewRow row, byte[] salt) throws SQLException {
        payload.setLong(1, row.id());
        payload.setBytes(2, salt);
        payload.setString(3, row.change().before());
        payload.setString(4, row.change().after());
        payload.addBatch();
    }
}
