package org.colonnade.platform.api.security.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A user has a new password.
 *
 * @param user the user
 * @param byOther whether somebody else set it
 */
@EventType("platform.user.password-changed")
public record UserPasswordChanged(Ref user, boolean byOther) implements DomainEvent {

    @Override
    public Ref subject() {
        return user;
    }
}
