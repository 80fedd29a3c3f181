package org.colonnade.platform.api.security.event;

import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;
import org.colonnade.platform.api.privacy.Personal;

/**
 * A user was added.
 *
 * @param user the new user
 * @param name the sign-in name
 * @param displayName what people see
 * @param roles the names of its roles
 */
@EventType("platform.user.added")
public record UserAdded(Ref user, @Personal String name, @Personal String displayName, Set<String> roles)
        implements DomainEvent {

    @Override
    public Ref subject() {
        return user;
    }
}
