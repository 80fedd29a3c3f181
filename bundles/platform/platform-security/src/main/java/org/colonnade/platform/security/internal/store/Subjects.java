package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** Which user somebody is whom an issuer names. */
public final class Subjects {

    private static final String FIND =
            "select user_id, not_before from security_subject where issuer = ? and subject = ?";
    private static final String OF_USER = "select 1 from security_subject where issuer = ? and user_id = ?";
    private static final String BIND =
            "insert into security_subject (issuer, subject, user_id, since) values (?, ?, ?, ?)";
    private static final String END = "update security_subject set not_before = ? where user_id = ?";
    private static final String REMOVE = "delete from security_subject where user_id = ?";

    private Subjects() {}

    /**
     * Somebody who was seen before.
     *
     * @param user its id here
     * @param notBefore tokens that were made earlier have ended; null for none
     */
    public record Known(long user, Instant notBefore) {

        /** Whether a token that was made then is taken. Issuers tell whole seconds, so one of the same second is not. */
        public boolean takes(Instant issuedAt) {
            return notBefore == null || issuedAt.isAfter(notBefore);
        }
    }

    public static Optional<Known> find(Work work, String issuer, String subject) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(FIND)) {
            query.setString(1, issuer);
            query.setString(2, subject);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                OffsetDateTime notBefore = row.getObject(2, OffsetDateTime.class);
                return Optional.of(new Known(row.getLong(1), notBefore == null ? null : notBefore.toInstant()));
            }
        }
    }

    /** Whether the issuer has named this user under some subject. */
    public static boolean isBound(Work work, String issuer, long user) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(OF_USER)) {
            query.setString(1, issuer);
            query.setLong(2, user);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    public static void bind(Work work, String issuer, String subject, long user) throws SQLException {
        try (PreparedStatement bind = work.unwrap(Connection.class).prepareStatement(BIND)) {
            bind.setString(1, issuer);
            bind.setString(2, subject);
            bind.setLong(3, user);
            bind.setObject(4, work.now().atOffset(ZoneOffset.UTC));
            bind.executeUpdate();
        }
    }

    /** Ends every token that an issuer has made for this user so far. */
    public static void endTokens(Work work, long user) throws SQLException {
        try (PreparedStatement end = work.unwrap(Connection.class).prepareStatement(END)) {
            end.setObject(1, work.now().atOffset(ZoneOffset.UTC));
            end.setLong(2, user);
            end.executeUpdate();
        }
    }

    /** Forgets whom issuers have named as this user. */
    public static void remove(Work work, long user) throws SQLException {
        try (PreparedStatement remove = work.unwrap(Connection.class).prepareStatement(REMOVE)) {
            remove.setLong(1, user);
            remove.executeUpdate();
        }
    }
}
