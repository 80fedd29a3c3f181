package org.colonnade.platform.security.internal.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.security.Accounts;

/**
 * Who stands behind a token, and until when.
 *
 * @param tokenId the token's id
 * @param lastUsedAt as noted, or null
 */
public record Identity(long tokenId, Actor actor, Instant expiresAt, Instant lastUsedAt) {

    /**
     * @param roles of the user
     * @param permissions of all those roles
     * @param narrowedTo what the token carries at most, or null
     */
    static Actor actor(long user, String name, Set<String> roles, Set<String> permissions, Set<String> narrowedTo) {
        boolean administrator = roles.contains(Accounts.ADMINISTRATOR);
        Ref ref = Ref.of("platform", "user", user);
        if (narrowedTo == null) {
            return new Actor(ref, name, permissions, administrator, roles);
        }
        Set<String> carried = new HashSet<>(narrowedTo);
        if (!administrator) {
            carried.retainAll(permissions);
        }
        return new Actor(ref, name, carried, false, roles);
    }
}
