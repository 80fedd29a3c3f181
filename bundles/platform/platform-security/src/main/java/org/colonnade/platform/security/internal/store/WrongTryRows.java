package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.WrongTries.Mark;

/** The rows of security_wrong_try. */
public final class WrongTryRows {

    /** As many keys as a try has. */
    public static final int AT_ONCE = 3;

    private static final String UNIQUE = "23505";
    private static final String REPEAT = "40001";

    private static final String LOOK =
            "select fingerprint, paid_at, familiar_until from security_wrong_try where fingerprint in (?, ?, ?)";
    private static final String CHARGE = "update security_wrong_try"
            + " set paid_at = case when paid_at > ? then paid_at else ? end + ? where fingerprint = ?";
    private static final String SETTLE =
            "update security_wrong_try set paid_at = ?, familiar_until = ? where fingerprint = ?";
    private static final String ADD =
            "insert into security_wrong_try (fingerprint, paid_at, familiar_until) values (?, ?, ?)";
    private static final String SWEEP = "delete from security_wrong_try where familiar_until < ? and paid_at < ?";
    private static final String SHORTEN = "delete from security_wrong_try where familiar_until = 0 and paid_at <="
            + " (select paid_at from security_wrong_try where familiar_until = 0 order by paid_at desc"
            + " offset ? rows fetch next 1 rows only)";

    private WrongTryRows() {}

    /** @param fingerprints {@value #AT_ONCE} of them */
    public static Map<String, Mark> look(Work work, List<String> fingerprints) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(LOOK)) {
            for (int i = 0; i < AT_ONCE; i++) {
                query.setString(i + 1, fingerprints.get(i));
            }
            Map<String, Mark> marks = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    marks.put(
                            row.getString(1),
                            new Mark(Instant.ofEpochMilli(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3))));
                }
            }
            return marks;
        }
    }

    /** @param prices by fingerprint, in an order that all writers keep, so that none waits for another in a circle */
    public static void charge(Work work, Map<String, Duration> prices, Instant now) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        for (Map.Entry<String, Duration> price : prices.entrySet()) {
            long millis = price.getValue().toMillis();
            if (changed(connection, CHARGE, now.toEpochMilli(), now.toEpochMilli(), millis, price.getKey()) == 0) {
                add(connection, price.getKey(), now.toEpochMilli() + millis, 0);
            }
        }
    }

    public static void settle(Work work, String fingerprint, Mark mark) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        long paid = mark.paidAt().toEpochMilli();
        long familiar = mark.familiarUntil().toEpochMilli();
        if (changed(connection, SETTLE, paid, familiar, fingerprint) == 0) {
            add(connection, fingerprint, paid, familiar);
        }
    }

    /** Forgets what is paid for, and of the wrong tries that are not those that would be first, until the most are left. */
    public static void sweep(Work work, Instant now, int most) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        changed(connection, SWEEP, now.toEpochMilli(), now.toEpochMilli());
        changed(connection, SHORTEN, most);
    }

    /** Where another node has added the row at this moment, the work is done again from its beginning and finds it there. */
    private static void add(Connection connection, String fingerprint, long paid, long familiar) throws SQLException {
        try {
            changed(connection, ADD, fingerprint, paid, familiar);
        } catch (SQLException failure) {
            throw UNIQUE.equals(failure.getSQLState())
                    ? new SQLException(failure.getMessage(), REPEAT, failure)
                    : failure;
        }
    }

    private static int changed(Connection connection, String constant, Object... values) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(constant)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            return change.executeUpdate();
        }
    }
}
