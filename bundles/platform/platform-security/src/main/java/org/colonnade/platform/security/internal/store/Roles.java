package org.colonnade.platform.security.internal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.store.Work;

/** The roles' table. */
public final class Roles {

    /** The row that the change log writes. */
    static final long ADMINISTRATOR_ID = 1;

    private static final String BY_NAME = "select r from RoleRow r where r.name = :name";
    private static final String ALL = "select r from RoleRow r order by r.name";
    private static final String NAMED = "select r from RoleRow r where r.name in :names";

    private Roles() {}

    public static List<Accounts.Role> all(Work work) {
        return work.unwrap(EntityManager.class).createQuery(ALL, RoleRow.class).getResultList().stream()
                .map(RoleRow::view)
                .toList();
    }

    public static Optional<RoleRow> find(Work work, String name) {
        return work
                .unwrap(EntityManager.class)
                .createQuery(BY_NAME, RoleRow.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** @throws NotFound {@code platform.role.not-found} */
    public static RoleRow get(Work work, String name) {
        return find(work, name).orElseThrow(() -> NotFound.of("platform", "role", name));
    }

    /** What each of these roles allows; names that are no role's are missing from the answer. */
    public static Map<String, Set<String>> allowed(Work work, Collection<String> names) {
        Map<String, Set<String>> allowed = new HashMap<>();
        if (!names.isEmpty()) {
            work.unwrap(EntityManager.class)
                    .createQuery(NAMED, RoleRow.class)
                    .setParameter("names", names)
                    .getResultList()
                    .forEach(row -> allowed.put(row.name(), row.permissions()));
        }
        return allowed;
    }

    /** Stores a new row now, so that its version is there. */
    public static RoleRow insert(Work work, RoleRow row) {
        EntityManager em = work.unwrap(EntityManager.class);
        em.persist(row);
        em.flush();
        return row;
    }

    public static void remove(Work work, RoleRow row) {
        work.unwrap(EntityManager.class).remove(row);
    }
}
