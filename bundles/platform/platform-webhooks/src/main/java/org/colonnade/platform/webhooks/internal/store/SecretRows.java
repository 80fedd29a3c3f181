package org.colonnade.platform.webhooks.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** The rows of webhooks_secret. They hold sealed secrets, see {@link SealedSecrets}. */
public final class SecretRows {

    private static final String ADD =
            "insert into webhooks_secret (id, subscriber_id, secret, made_at) values (?, ?, ?, ?)";
    private static final String END = "update webhooks_secret set valid_until = ? where subscriber_id = ?"
            + " and (valid_until is null or valid_until > ?)";
    private static final String VALID = "select secret from webhooks_secret where subscriber_id = ?"
            + " and (valid_until is null or valid_until > ?) order by id desc limit 5";
    private static final String SWEEP = "delete from webhooks_secret where valid_until < ?";

    private static final String READABLE =
            "select id, subscriber_id, secret from webhooks_secret where secret like 'whsec%' order by id limit ?";
    private static final String SEAL = "update webhooks_secret set secret = ? where id = ? and secret = ?";

    private SecretRows() {}

    /** One that an older release has stored as it is. */
    record Readable(long id, long subscriber, String secret) {}

    /**
     * Stores a new secret; those of before end at the latest then.
     *
     * @param secret sealed
     */
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

    /** Those that hold now, the newest first, as they are stored. */
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

    static List<Readable> readable(Work work, int most) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(READABLE)) {
            statement.setInt(1, most);
            List<Readable> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Readable(row.getLong(1), row.getLong(2), row.getString(3)));
                }
            }
            return found;
        }
    }

    /** Replaces it, if nobody else has. */
    static void seal(Work work, Readable one, String sealed) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(SEAL)) {
            statement.setString(1, sealed);
            statement.setLong(2, one.id());
            statement.setString(3, one.secret());
            statement.executeUpdate();
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
