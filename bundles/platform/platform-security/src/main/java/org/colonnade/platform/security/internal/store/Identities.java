package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.store.Work;

/** Finds who stands behind a token: one statement over unique indexes, without the mapper, since every request needs it. */
public final class Identities {

    private static final String BEHIND =
            """
            select t.id, t.user_id, t.narrowed_to, t.expires_at, t.last_used_at,
                   u.display_name, ur.role_name, rp.permission, rr.reach, u.name,
                   exists (select 1 from security_team_member m where m.user_id = u.id), u.companies
              from security_token t
              join security_user u on u.id = t.user_id
              left join security_user_role ur on ur.user_id = u.id
              left join security_role r on r.name = ur.role_name
              left join security_role_permission rp on rp.role_id = r.id
              left join security_role_reach rr on rr.role_id = r.id and rr.permission = rp.permission
             where t.fingerprint = ? and t.expires_at > ? and u.enabled""";
    private static final String ACCOUNT =
            """
            select u.display_name, ur.role_name, rp.permission, rr.reach, u.name,
                   exists (select 1 from security_team_member m where m.user_id = u.id), u.companies
              from security_user u
              left join security_user_role ur on ur.user_id = u.id
              left join security_role r on r.name = ur.role_name
              left join security_role_permission rp on rp.role_id = r.id
              left join security_role_reach rr on rr.role_id = r.id and rr.permission = rp.permission
             where u.id = ? and u.enabled""";
    private static final String USED =
            "update security_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)";

    private Identities() {}

    /** @return nobody, if the token is unknown, has run out, or its user is disabled */
    public static Optional<Identity> behind(Work work, String fingerprint, Instant now) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(BEHIND)) {
            query.setString(1, fingerprint);
            query.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(identity(work, rows)) : Optional.empty();
            }
        }
    }

    /** @return nobody, if there is no such user or it is disabled */
    public static Optional<Actor> account(Work work, long user) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(ACCOUNT)) {
            query.setLong(1, user);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                return Optional.of(actor(work, rows, 1, user, null));
            }
        }
    }

    /** Notes that the token was used; a later note wins. */
    public static void used(Work work, long token, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement note = work.unwrap(Connection.class).prepareStatement(USED)) {
            note.setObject(1, at);
            note.setLong(2, token);
            note.setObject(3, at);
            note.executeUpdate();
        }
    }

    private static Identity identity(Work work, ResultSet rows) throws SQLException {
        long token = rows.getLong(1);
        long user = rows.getLong(2);
        Set<String> narrowedTo = TokenRow.permissions(rows.getString(3));
        Instant expiresAt = rows.getObject(4, OffsetDateTime.class).toInstant();
        OffsetDateTime lastUsedAt = rows.getObject(5, OffsetDateTime.class);
        return new Identity(
                token,
                actor(work, rows, 6, user, narrowedTo),
                expiresAt,
                lastUsedAt == null ? null : lastUsedAt.toInstant(),
                narrowedTo);
    }

    /** Reads all rows of one user. @param from the column of its name; role, permission, reach, sign-in name, teams and companies follow */
    private static Actor actor(Work work, ResultSet rows, int from, long user, Set<String> narrowedTo)
            throws SQLException {
        String name = rows.getString(from);
        String signInName = rows.getString(from + 4);
        boolean inTeams = rows.getBoolean(from + 5);
        List<Long> companies = UserCompanies.of(rows.getString(from + 6));
        Set<String> roles = new HashSet<>();
        Map<String, Reach> permissions = new HashMap<>();
        do {
            String role = rows.getString(from + 1);
            String permission = rows.getString(from + 2);
            String reach = rows.getString(from + 3);
            if (role != null) {
                roles.add(role);
            }
            if (permission != null) {
                permissions.merge(permission, reach == null ? Reach.ALL : Reach.valueOf(reach), Reach::or);
            }
        } while (rows.next());
        Standings.Seen teams = inTeams ? Standings.of(work, user) : Standings.Seen.NONE;
        return Identity.actor(user, name, signInName, roles, permissions, narrowedTo, teams, companies);
    }
}
