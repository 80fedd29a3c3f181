package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.colonnade.platform.api.store.Work;

/** The fingerprints of the one-time secrets with which the first administrator may be made: one for each node that waits. */
public final class SetupSecrets {

    private static final int MOST_NODES = 16;
    private static final String IS_THERE = "select 1 from security_setup_secret where fingerprint = ?";
    private static final String ADD = "insert into security_setup_secret (id, fingerprint) values (?, ?)";
    private static final String KEEP_NEWEST =
            "delete from security_setup_secret where id not in (select id from security_setup_secret order by id desc limit ?)";
    private static final String CLEAR = "delete from security_setup_secret";

    private SetupSecrets() {}

    public static boolean isThere(Work work, String fingerprint) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(IS_THERE)) {
            query.setString(1, fingerprint);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Adds one; the oldest end when more nodes than a company has keep asking. */
    public static void add(Work work, String fingerprint) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement insert = connection.prepareStatement(ADD);
                PreparedStatement shorten = connection.prepareStatement(KEEP_NEWEST)) {
            insert.setLong(1, work.newId());
            insert.setString(2, fingerprint);
            insert.executeUpdate();
            shorten.setInt(1, MOST_NODES);
            shorten.executeUpdate();
        }
    }

    /** There is an administrator: no secret opens anything any more. */
    public static void clear(Work work) throws SQLException {
        try (PreparedStatement delete = work.unwrap(Connection.class).prepareStatement(CLEAR)) {
            delete.executeUpdate();
        }
    }
}
