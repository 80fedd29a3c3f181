package org.colonnade.platform.api.security.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A role that nobody had was removed.
 *
 * @param role {@code platform:role:<name>}
 */
@EventType("platform.role.removed")
public record RoleRemoved(Ref role) implements DomainEvent {

    @Override
    public Ref subject() {
        return role;
    }
}
