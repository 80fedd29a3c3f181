package org.colonnade.platform.api;

import java.util.Objects;
import java.util.Set;
import org.colonnade.platform.api.problem.Forbidden;

/**
 * Who acts: a signed-in person, an API token, or the platform itself. Complete when it is made; a use case asks it first of all.
 *
 * @param ref the account, such as {@code platform:user:0J5…}; {@code platform:system:…} for the platform's own work
 * @param name what people call it
 * @param permissions the names of what it may do
 * @param administrator whether it may do everything
 * @param roles the names of its roles: what they withhold of single fields holds for it
 * @param standing in which teams it is, and which permissions reach less than everything
 * @param principal for whom a substitute acts; null for who acts for itself. Permissions, roles and standing are then the principal's, as
 *     far as they were lent; {@code ref} and {@code name} stay those of the person who does it
 */
public record Actor(
        Ref ref,
        String name,
        Set<String> permissions,
        boolean administrator,
        Set<String> roles,
        Standing standing,
        Ref principal) {

    public Actor {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(name, "name");
        permissions = Set.copyOf(permissions);
        roles = Set.copyOf(roles);
        Objects.requireNonNull(standing, "standing");
    }

    /** An actor who acts for itself. */
    public Actor(
            Ref ref,
            String name,
            Set<String> permissions,
            boolean administrator,
            Set<String> roles,
            Standing standing) {
        this(ref, name, permissions, administrator, roles, standing, null);
    }

    /** An actor in no team, whose permissions reach everything. */
    public Actor(Ref ref, String name, Set<String> permissions, boolean administrator, Set<String> roles) {
        this(ref, name, permissions, administrator, roles, Standing.FREE);
    }

    /** An actor from whom no role withholds anything. */
    public Actor(Ref ref, String name, Set<String> permissions, boolean administrator) {
        this(ref, name, permissions, administrator, Set.of());
    }

    /** The platform's own work on behalf of nobody: reactions, migrations, the console of the machine's administrator. */
    public static Actor system(String what) {
        return new Actor(new Ref("platform", "system", what), what, Set.of(), true);
    }

    /**
     * Whose records are its own: the principal's, where a substitute acts. Who did something is always {@link #ref()}.
     *
     * @since 1.3
     */
    public Ref behalf() {
        return principal == null ? ref : principal;
    }

    /** Whether one of its roles allows it. */
    public boolean may(String permission) {
        return administrator || permissions.contains(permission);
    }

    /**
     * How far a permission reaches; it is not asked whether there is the permission.
     *
     * @since 1.2
     */
    public Reach reach(String permission) {
        return administrator ? Reach.ALL : standing.reach(permission);
    }

    /**
     * Whether it may work in a company.
     *
     * @since 1.3
     */
    public boolean belongsTo(long company) {
        return administrator || standing.companies().contains(company);
    }

    /** @throws Forbidden {@code platform.forbidden} */
    public void require(String permission) {
        if (!may(permission)) {
            throw new Forbidden(permission);
        }
    }
}
