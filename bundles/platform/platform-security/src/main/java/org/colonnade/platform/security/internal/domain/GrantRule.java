package org.colonnade.platform.security.internal.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.security.Accounts;

/**
 * Nobody gives or takes more than they have. Who may change users or roles could otherwise make themselves anything: by giving a role,
 * by widening one that they have, or by setting the password of somebody who may do more.
 */
public final class GrantRule {

    private static final String CODE = "platform.grant.beyond";

    private GrantRule() {}

    /**
     * Whether the actor may touch accounts and grants of these roles, all of them.
     *
     * @param roles the roles involved: those that an account has and those that it shall have
     * @param allowed what each role allows; a role that is missing allows nothing
     * @throws Forbidden {@code platform.grant.beyond}
     */
    public static void roles(Actor actor, Collection<String> roles, Map<String, ? extends Set<String>> allowed) {
        if (actor.administrator()) {
            return;
        }
        if (roles.contains(Accounts.ADMINISTRATOR)) {
            throw new Forbidden(
                    CODE, "Only an administrator can give or take the role 'administrator' or change who has it.");
        }
        for (String role : new TreeSet<>(roles)) {
            Set<String> permissions = allowed.get(role);
            permissions(actor, permissions == null ? Set.of() : permissions);
        }
    }

    /**
     * Whether the actor may put these permissions into a role or take them out.
     *
     * @throws Forbidden {@code platform.grant.beyond}
     */
    public static void permissions(Actor actor, Collection<String> permissions) {
        for (String permission : new TreeSet<>(permissions)) {
            if (!actor.may(permission)) {
                throw new Forbidden(
                        CODE,
                        "You can only give or take what you have yourself; '" + permission + "' is not among it.");
            }
            if (actor.reach(permission) != Reach.ALL) {
                throw new Forbidden(
                        CODE,
                        "You have '" + permission
                                + "' for a part of the records only, so you can neither give nor take it.");
            }
        }
    }

    /**
     * Whether the actor may say who is in which team: whoever is in a team sees what is the team's, so this is for those who see all.
     *
     * @throws Forbidden {@code platform.grant.beyond}
     */
    public static void teams(Actor actor) {
        if (!actor.administrator() && !actor.standing().narrowed().isEmpty()) {
            throw new Forbidden(
                    CODE,
                    "What you may do reaches a part of the records only, so you cannot change who is in which team.");
        }
    }
}
