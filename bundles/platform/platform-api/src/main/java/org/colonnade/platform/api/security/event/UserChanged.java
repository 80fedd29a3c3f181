package org.colonnade.platform.api.security.event;

import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;
import org.colonnade.platform.api.privacy.Personal;

/**
 * A user is called otherwise, has other roles, or was let in or locked out.
 *
 * @param user the user
 * @param name the sign-in name
 * @param displayName what people see from now on
 * @param roles the names of its roles from now on
 * @param enabled whether it may sign in from now on
 */
@EventType("platform.user.changed")
public record UserChanged(
        Ref user, @Personal String name, @Personal String displayName, Set<String> roles, boolean enabled)
        implements DomainEvent {

    @Override
    public Ref subject() {
        return user;
    }
}
