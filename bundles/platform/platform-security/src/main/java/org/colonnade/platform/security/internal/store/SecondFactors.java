package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** The second factors' tables. */
public final class SecondFactors {

    private static final String FIND =
            """
            select f.sealed, f.confirmed_at, f.short_password,
                   (select count(*) from security_recovery_code c where c.user_id = f.user_id)
              from security_second_factor f where f.user_id = ?""";
    private static final String ADD =
            "insert into security_second_factor (user_id, sealed, last_step, short_password, created_at)"
                    + " values (?, ?, 0, false, ?)";
    private static final String CONFIRM =
            "update security_second_factor set confirmed_at = ?, last_step = ? where user_id = ? and confirmed_at is null";
    private static final String USED =
            "update security_second_factor set last_step = ? where user_id = ? and last_step < ?";
    private static final String SHORT = "update security_second_factor set short_password = ? where user_id = ?";
    private static final String REMOVE = "delete from security_second_factor where user_id = ?";
    private static final String ADD_CODE = "insert into security_recovery_code (user_id, fingerprint) values (?, ?)";
    private static final String SPEND = "delete from security_recovery_code where user_id = ? and fingerprint = ?";
    private static final String REMOVE_CODES = "delete from security_recovery_code where user_id = ?";

    private SecondFactors() {}

    /**
     * Somebody's second factor.
     *
     * @param sealed the secret
     * @param confirmedAt when a first code was shown; null before
     * @param shortPassword whether the password is one that is taken only with a second factor
     * @param codes how many recovery codes are left
     */
    public record Factor(String sealed, Instant confirmedAt, boolean shortPassword, int codes) {

        public boolean confirmed() {
            return confirmedAt != null;
        }
    }

    public static Optional<Factor> find(Work work, long user) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(FIND)) {
            query.setLong(1, user);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                OffsetDateTime confirmed = row.getObject(2, OffsetDateTime.class);
                return Optional.of(new Factor(
                        row.getString(1),
                        confirmed == null ? null : confirmed.toInstant(),
                        row.getBoolean(3),
                        row.getInt(4)));
            }
        }
    }

    /** Whether sign-ins of this user need it. */
    public static boolean confirmed(Work work, long user) throws SQLException {
        return find(work, user).filter(Factor::confirmed).isPresent();
    }

    /** A new one, in place of one that was never confirmed. */
    public static void add(Work work, long user, String sealed) throws SQLException {
        change(work, REMOVE, user);
        change(work, ADD, user, sealed, utc(work.now()));
    }

    /** @param step of the code that was shown: it is used up */
    public static boolean confirm(Work work, long user, long step) throws SQLException {
        return change(work, CONFIRM, utc(work.now()), step, user) == 1;
    }

    /** Uses a code up: once it is stored, no node takes it or an older one again. @return whether it was still good */
    public static boolean used(Work work, long user, long step) throws SQLException {
        return change(work, USED, step, user, step) == 1;
    }

    /** Says of which length the new password is; nothing where there is no second factor. */
    public static void passwordIsShort(Work work, long user, boolean isShort) throws SQLException {
        change(work, SHORT, isShort, user);
    }

    public static void remove(Work work, long user) throws SQLException {
        change(work, REMOVE_CODES, user);
        change(work, REMOVE, user);
    }

    /** New recovery codes in place of all that are left. */
    public static void codes(Work work, long user, Collection<String> fingerprints) throws SQLException {
        change(work, REMOVE_CODES, user);
        for (String fingerprint : fingerprints) {
            change(work, ADD_CODE, user, fingerprint);
        }
    }

    /** @return whether it was one of the user's and still good */
    public static boolean spend(Work work, long user, String fingerprint) throws SQLException {
        return change(work, SPEND, user, fingerprint) == 1;
    }

    private static int change(Work work, String sql, Object... values) throws SQLException {
        try (PreparedStatement change = work.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            return change.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
