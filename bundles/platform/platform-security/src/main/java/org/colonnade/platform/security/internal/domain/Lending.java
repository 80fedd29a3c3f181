package org.colonnade.platform.security.internal.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.colonnade.platform.api.Actor;

/** What a substitute may do: what the principal may, as far as it was lent, and never what makes somebody powerful for good. */
public final class Lending {

    /** Who has one of these could give themselves anything, for longer than they stand in. */
    public static final Set<String> NEVER = Set.of(
            "platform.users.change",
            "platform.roles.change",
            "platform.teams.change",
            "platform.field-rights.change",
            "platform.functions.change");

    private Lending() {}

    /**
     * The substitute as it acts for the principal.
     *
     * @param self the substitute
     * @param principal as it stands at this moment
     * @param lent the only permissions that were lent, or null
     * @param carried the only permissions that the substitute's token carries, or null
     * @param all every permission of what is installed, for a principal that may do everything
     */
    public static Actor acting(
            Actor self, Actor principal, Set<String> lent, Set<String> carried, Collection<String> all) {
        Set<String> permissions = new HashSet<>(principal.administrator() ? all : principal.permissions());
        permissions.removeAll(NEVER);
        if (lent != null) {
            permissions.retainAll(lent);
        }
        if (carried != null) {
            permissions.retainAll(carried);
        }
        return new Actor(
                self.ref(), self.name(), permissions, false, principal.roles(), principal.standing(), principal.ref());
    }
}
