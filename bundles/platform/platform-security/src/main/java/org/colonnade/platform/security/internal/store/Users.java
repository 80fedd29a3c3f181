package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.SignInName;

/** The users' table. */
public final class Users {

    private static final String BY_NAME = "select u from UserRow u where u.nameKey = :name";
    private static final String FIRST = "select u from UserRow u order by u.nameKey";
    private static final String NEXT = "select u from UserRow u where u.nameKey > :after order by u.nameKey";
    private static final String ADMINISTRATORS =
            "select count(u) from UserRow u join u.roles r where r = :role and u.enabled = true and u.id <> :except";
    private static final String WITH_ROLE = "select count(u) from UserRow u join u.roles r where r = :role";
    private static final String MYSELF =
            "select u.name, u.display_name, r.role_name from security_user u left join security_user_role r on r.user_id = u.id where u.id = ?";
    private static final String LIKE =
            "select id from security_user where name_key = any (?) or lower(display_name) = any (?) order by id limit ?";
    private static final long NOBODY = -1;

    private Users() {}

    /**
     * The first thing that each change of users and roles does: the changes queue up on one row, over all nodes. So two of them can never
     * take away the last administrator together, give a role that is just being removed, or wait for each other in a circle.
     */
    public static void queueUp(Work work) {
        work.unwrap(EntityManager.class).find(RoleRow.class, Roles.ADMINISTRATOR_ID, LockModeType.PESSIMISTIC_WRITE);
    }

    public static Optional<UserRow> find(Work work, String name) {
        if (!SignInName.fits(name)) {
            return Optional.empty();
        }
        return work
                .unwrap(EntityManager.class)
                .createQuery(BY_NAME, UserRow.class)
                .setParameter("name", SignInName.key(name))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @throws NotFound {@code platform.user.not-found} */
    public static UserRow get(Work work, String name) {
        return find(work, name).orElseThrow(() -> NotFound.of("platform", "user", name));
    }

    public static UserRow get(Work work, long id) {
        return find(work, id).orElseThrow(() -> new NotFound("platform.user.not-found", "Your account is no user's."));
    }

    public static Optional<UserRow> find(Work work, long id) {
        return Optional.ofNullable(work.unwrap(EntityManager.class).find(UserRow.class, id));
    }

    /** The ids of those who sign in with one of these addresses or are called so; both in lower case. */
    public static List<Long> like(Work work, Collection<String> addresses, Collection<String> names, int limit)
            throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        try (PreparedStatement query = connection.prepareStatement(LIKE)) {
            query.setArray(1, connection.createArrayOf("varchar", addresses.toArray()));
            query.setArray(2, connection.createArrayOf("varchar", names.toArray()));
            query.setInt(3, limit);
            try (ResultSet row = query.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
                return ids;
            }
        }
    }

    /** What a user is called and which roles it has: one statement without the mapper, for what is asked often. */
    public static Myself myself(Work work, long id) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(MYSELF)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("platform.user.not-found", "Your account is no user's.");
                }
                String name = row.getString(1);
                String displayName = row.getString(2);
                Set<String> roles = new TreeSet<>();
                do {
                    if (row.getString(3) != null) {
                        roles.add(row.getString(3));
                    }
                } while (row.next());
                return new Myself(name, displayName, roles);
            }
        }
    }

    /** How a user sees itself. */
    public record Myself(String name, String displayName, Set<String> roles) {}

    public static Page<Accounts.User> page(Work work, PageRequest page) {
        List<String> after = page.keys(1);
        EntityManager em = work.unwrap(EntityManager.class);
        var query = after.isEmpty()
                ? em.createQuery(FIRST, UserRow.class)
                : em.createQuery(NEXT, UserRow.class).setParameter("after", after.get(0));
        List<UserRow> rows = query.setMaxResults(page.limit() + 1).getResultList();
        List<UserRow> shown = rows.subList(0, Math.min(rows.size(), page.limit()));
        String next = rows.size() > page.limit()
                ? PageRequest.cursor(shown.get(shown.size() - 1).nameKey())
                : null;
        return new Page<>(shown.stream().map(UserRow::view).toList(), next);
    }

    /** Stores a new row now, so that its version is there. */
    public static UserRow insert(Work work, UserRow row) {
        EntityManager em = work.unwrap(EntityManager.class);
        em.persist(row);
        em.flush();
        return row;
    }

    /** Writes the changes now, so that versions are those of after the change. */
    public static void flush(Work work) {
        work.unwrap(EntityManager.class).flush();
    }

    public static boolean anyAdministrator(Work work) {
        return anyAdministratorBut(work, NOBODY);
    }

    public static boolean anyAdministratorBut(Work work, long id) {
        return work.unwrap(EntityManager.class)
                        .createQuery(ADMINISTRATORS, Long.class)
                        .setParameter("role", Accounts.ADMINISTRATOR)
                        .setParameter("except", id)
                        .getSingleResult()
                > 0;
    }

    public static boolean anyWithRole(Work work, String role) {
        return work.unwrap(EntityManager.class)
                        .createQuery(WITH_ROLE, Long.class)
                        .setParameter("role", role)
                        .getSingleResult()
                > 0;
    }
}
