package org.colonnade.platform.security.internal.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.security.Accounts;

/**
 * Who stands behind a token, and until when.
 *
 * @param tokenId the token's id
 * @param lastUsedAt as noted, or null
 * @param narrowedTo the only permissions that the token carries, or null
 */
public record Identity(long tokenId, Actor actor, Instant expiresAt, Instant lastUsedAt, Set<String> narrowedTo) {

    /** The same one, acting for somebody else. @param until when it ends at the latest */
    public Identity acting(Actor substitute, Instant until) {
        return new Identity(tokenId, substitute, until.isBefore(expiresAt) ? until : expiresAt, lastUsedAt, narrowedTo);
    }

    /**
     * @param signInName of the user
     * @param roles of the user
     * @param permissions of all those roles, each with the widest reach that one of them gives it
     * @param narrowedTo what the token carries at most, or null
     * @param teams which the user sees
     * @param companies in which the user works
     */
    static Actor actor(
            long user,
            String name,
            String signInName,
            Set<String> roles,
            Map<String, Reach> permissions,
            Set<String> narrowedTo,
            Standings.Seen teams,
            List<Long> companies) {
        boolean administrator = roles.contains(Accounts.ADMINISTRATOR);
        Ref ref = Ref.of("platform", "user", user);
        Standing standing = new Standing(
                signInName, teams.seen(), teams.home(), administrator ? Map.of() : narrowed(permissions), companies);
        if (narrowedTo == null) {
            return new Actor(ref, name, permissions.keySet(), administrator, roles, standing);
        }
        Set<String> carried = new HashSet<>(narrowedTo);
        if (!administrator) {
            carried.retainAll(permissions.keySet());
        }
        return new Actor(ref, name, carried, false, roles, standing);
    }

    /** The same account with no more than these; never an administrator. */
    public static Actor narrowed(Actor account, Set<String> permissions) {
        Set<String> carried = new HashSet<>(permissions);
        if (!account.administrator()) {
            carried.retainAll(account.permissions());
        }
        return new Actor(account.ref(), account.name(), carried, false, account.roles(), account.standing());
    }

    private static Map<String, Reach> narrowed(Map<String, Reach> permissions) {
        return permissions.entrySet().stream()
                .filter(permission -> permission.getValue() != Reach.ALL)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
