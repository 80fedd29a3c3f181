package org.colonnade.platform.api.security;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Reach;
import org.osgi.annotation.versioning.ProviderType;

/** Users and roles, for the administrator's API and console. Callers have already been let in. */
@ProviderType
public interface Accounts {

    /** The role that may do everything; it always exists and cannot be changed. */
    String ADMINISTRATOR = "administrator";

    /** All users, by name. */
    Page<User> users(PageRequest page);

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.user.not-found} */
    User user(String name);

    /**
     * Adds a user; without a role it may do nothing.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.user.invalid}, {@code platform.password.refused},
     *     {@code platform.role.not-found}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.user.taken}
     */
    User add(UserDraft draft);

    /** Gives exactly these roles. {@code platform.role.not-found}, {@code platform.user.last-administrator}. */
    User assign(String name, Set<String> roles);

    /** Lets the user in again, or no more; all tokens end at once. {@code platform.user.last-administrator}. */
    User enable(String name, boolean enabled);

    /** Sets a new password; all tokens end at once. {@code platform.password.refused}. */
    void password(String name, char[] password);

    /**
     * Takes the second factor away from a user who has lost it; all tokens end at once.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.user.not-found}, {@code platform.second-factor.not-found}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.second-factor.short-password}: the password is good only with one
     * @since 1.3
     */
    void resetSecondFactor(String name);

    /** All roles, by name. */
    List<Role> roles();

    /**
     * Makes the role or replaces what it allows.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.role.invalid}, {@code platform.permission.unknown},
     *     {@code platform.permission.not-scoped}
     */
    Role role(Role role);

    /** Removes a role that nobody has. {@code platform.role.not-found}, {@code platform.role.in-use}. */
    void removeRole(String name);

    /** Every permission of everything that is installed now, by name. */
    List<Permission> permissions();

    /**
     * A user.
     *
     * @param id the account's id
     * @param name the sign-in name, unique without regard to case
     * @param displayName what people see
     * @param roles the names of its roles
     * @param enabled whether it may sign in
     * @param createdAt UTC
     * @param version for {@code If-Match}
     */
    record User(
            String id,
            String name,
            String displayName,
            Set<String> roles,
            boolean enabled,
            Instant createdAt,
            long version) {}

    /**
     * A user to be.
     *
     * @param name the sign-in name: 2 to 64 letters, digits and {@code . _ - @}
     * @param displayName what people see; the name if missing
     * @param password at least 15 characters, none of the well-known ones (NIST SP 800-63B-4)
     * @param roles the names of roles that exist
     */
    record UserDraft(String name, String displayName, String password, Set<String> roles) {}

    /**
     * A role.
     *
     * @param name {@code [a-z][a-z0-9-]*}
     * @param permissions what it allows; names of functions that are not installed any more are kept
     * @param scopes how far those of the permissions reach that do not reach every record
     */
    record Role(String name, Set<String> permissions, Map<String, Reach> scopes) {

        public Role {
            scopes = scopes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(scopes));
        }

        /** A role whose permissions reach every record. */
        public Role(String name, Set<String> permissions) {
            this(name, permissions, Map.of());
        }
    }
}
