package org.colonnade.platform.webhooks.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** The rows of webhooks_secret. They hold the secrets themselves: whoever signs needs them. */
public final class SecretRows {

    private static final String ADD =
            "insert into webhooks_secret (id, subscriber_id, secret, made_at) values (?, ?, ?, ?)";
    private static final String END = "update webhooks_secret set valid_until = ? where subscriber_id = ?"
            + " and (valid_until is null or valid_until > ?)";
    private static final String VALID = "select secret from webhooks_secret where subscriber_id = ?"
            + " and (valid_until is null or valid_until > ?) order by id desc limit 5";
    private static final String SWEEP = "delete from webhooks_secret where valid_until < ?";

    private SecretRows() {}

    /** A new secret; those of before end at the latest then. */
    public static void replace(Work work, long subscriber, String secret, Instant now, Instant othersUntil)
            throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(END)) {
            Times.set(statement, 1, othersUntil);
            statement.setLong(2, subscriber);
            Times.set(statement, 3, othersUntil);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ADD)) {
            statement.setLong(1, work.newId());
            statement.setLong(2, subscriber);
            statement.setString(3, secret);
            Times.set(statement, 4, now);
            statement.executeUpdate();
        }
    }

    /** Those by which it is signed now, the newest first. */
    public static List<String> valid(Work work, long subscriber, Instant now) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(VALID)) {
            statement.setLong(1, subscriber);
            Times.set(statement, 2, now);
            List<String> secrets = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    secrets.add(row.getString(1));
                }
            }
            return secrets;
        }
    }

    /** Those that ended. */
    public static void sweep(Work work, Instant now) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(SWEEP)) {
            Times.set(statement, 1, now);
            statement.executeUpdate();
        }
    }
}
