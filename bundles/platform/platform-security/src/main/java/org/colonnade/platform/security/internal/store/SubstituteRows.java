package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.security.Substitutes.Substitution;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.SubstituteView;
import org.colonnade.platform.security.internal.domain.Span;

/** Who stands in for whom. Rows stay when they are over, since what was done by them has to be explained. */
public final class SubstituteRows {

    private static final String COLUMNS =
            """
            select s.id, s.principal_id, s.substitute_id, s.from_at, s.until_at, s.permissions, s.created_at, s.created_by,
                   p.name, u.name
              from security_substitute s
              join security_user p on p.id = s.principal_id
              join security_user u on u.id = s.substitute_id
            """;
    private static final String ONE = COLUMNS + " where s.id = ? and s.revoked_at is null and s.until_at > ?";
    private static final String OF_USER = COLUMNS
            + " where (s.principal_id = ? or s.substitute_id = ?) and s.revoked_at is null and s.until_at > ? order by s.id";
    private static final String ACTING = COLUMNS
            + " where s.substitute_id = ? and p.name_key = ? and s.revoked_at is null and s.from_at <= ? and s.until_at > ?";
    private static final String AT =
            " and s.from_at <= ? and s.until_at > ? and (s.revoked_at is null or s.revoked_at > ?)";
    private static final String PRINCIPALS = COLUMNS + " where s.substitute_id = ?" + AT + " order by s.principal_id";
    private static final String SUBSTITUTES = COLUMNS + " where s.principal_id = ?" + AT + " order by s.substitute_id";
    private static final String OPEN =
            "select principal_id, substitute_id, from_at, until_at from security_substitute where revoked_at is null and until_at > ?";
    private static final String ADD =
            "insert into security_substitute (id, principal_id, substitute_id, from_at, until_at,"
                    + " permissions, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REVOKE =
            "update security_substitute set revoked_at = ? where id = ? and revoked_at is null";
    private static final String REVOKE_ALL =
            "update security_substitute set revoked_at = ? where (principal_id = ? or substitute_id = ?) and revoked_at is null";

    private SubstituteRows() {}

    /**
     * A row.
     *
     * @param is what it says
     * @param principalName the sign-in name of who is away
     * @param substituteName the sign-in name of who stands in
     */
    public record Row(
            Substitution is, String principalName, String substituteName, Instant createdAt, String createdBy) {

        public long principalId() {
            return Tsid.parse(is.principal().id());
        }

        public long substituteId() {
            return Tsid.parse(is.substitute().id());
        }

        /** What the API shows. */
        public SubstituteView view() {
            return new SubstituteView(
                    is.id(),
                    principalName,
                    substituteName,
                    is.from(),
                    is.until(),
                    is.permissions() == null ? null : new TreeSet<>(is.permissions()),
                    createdAt,
                    createdBy);
        }
    }

    /** One that is not over. */
    public static Optional<Row> find(Work work, long id, Instant now) throws SQLException {
        return rows(work, ONE, id, utc(now)).stream().findFirst();
    }

    /** Those of a user, on either side, that are not over. */
    public static List<Row> of(Work work, long user, Instant now) throws SQLException {
        return rows(work, OF_USER, user, user, utc(now));
    }

    /** By which one somebody acts now for the user of this name. @param principalKey as names are compared */
    public static Optional<Row> acting(Work work, long substitute, String principalKey, Instant now)
            throws SQLException {
        return rows(work, ACTING, substitute, principalKey, utc(now), utc(now)).stream()
                .findFirst();
    }

    public static List<Row> principals(Work work, long substitute, Instant at) throws SQLException {
        return rows(work, PRINCIPALS, substitute, utc(at), utc(at), utc(at));
    }

    public static List<Row> substitutes(Work work, long principal, Instant at) throws SQLException {
        return rows(work, SUBSTITUTES, principal, utc(at), utc(at), utc(at));
    }

    /** Everything that holds or will. */
    public static List<Span> open(Work work, Instant now) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(OPEN)) {
            query.setObject(1, utc(now));
            try (ResultSet row = query.executeQuery()) {
                List<Span> spans = new ArrayList<>();
                while (row.next()) {
                    spans.add(new Span(row.getLong(1), row.getLong(2), instant(row, 3), instant(row, 4)));
                }
                return spans;
            }
        }
    }

    public static void add(Work work, long id, Span span, Set<String> permissions, Ref by) throws SQLException {
        change(
                work,
                ADD,
                id,
                span.principal(),
                span.substitute(),
                utc(span.from()),
                utc(span.until()),
                TokenRow.text(permissions),
                utc(work.now()),
                by.toString());
    }

    public static void revoke(Work work, long id) throws SQLException {
        change(work, REVOKE, utc(work.now()), id);
    }

    /** Ends what a user has to do with, on either side. */
    public static void revokeAll(Work work, long user) throws SQLException {
        change(work, REVOKE_ALL, utc(work.now()), user, user);
    }

    private static List<Row> rows(Work work, String sql, Object... values) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row(row));
                }
                return rows;
            }
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        Substitution is = new Substitution(
                Tsid.text(row.getLong(1)),
                Ref.of("platform", "user", row.getLong(2)),
                Ref.of("platform", "user", row.getLong(3)),
                instant(row, 4),
                instant(row, 5),
                TokenRow.permissions(row.getString(6)));
        return new Row(is, row.getString(9), row.getString(10), instant(row, 7), row.getString(8));
    }

    private static void change(Work work, String sql, Object... values) throws SQLException {
        try (PreparedStatement change = work.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
