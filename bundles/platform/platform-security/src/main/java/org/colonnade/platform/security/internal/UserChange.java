package org.colonnade.platform.security.internal;

import java.util.Set;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.security.Accounts;

/**
 * What can be changed of a user.
 *
 * @param displayName what people see
 * @param roles the names of its roles
 * @param enabled whether it may sign in; locking out ends all its tokens
 */
public record UserChange(String displayName, Set<String> roles, Boolean enabled) {

    static UserChange of(Accounts.User user) {
        return new UserChange(user.displayName(), user.roles(), user.enabled());
    }

    /** @throws org.colonnade.platform.api.problem.Rejected {@code platform.user.invalid} */
    UserChange checked() {
        Fields fields = new Fields().required("displayName", displayName, 200);
        Set<String> named = roles(fields, roles);
        if (enabled == null) {
            fields.wrong("enabled", "is true or false");
        }
        fields.orReject("platform.user.invalid");
        return new UserChange(displayName.strip(), named, enabled);
    }

    /** Missing means none; an empty entry is noted as a fault. */
    static Set<String> roles(Fields fields, Set<String> roles) {
        if (roles == null) {
            return Set.of();
        }
        if (roles.stream().anyMatch(role -> role == null || role.isBlank())) {
            fields.wrong("roles", "holds an entry that names no role");
            return Set.of();
        }
        return Set.copyOf(roles);
    }
}
