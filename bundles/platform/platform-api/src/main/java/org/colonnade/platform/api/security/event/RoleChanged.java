package org.colonnade.platform.api.security.event;

import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A role was made, or allows something else.
 *
 * @param role {@code platform:role:<name>}
 * @param permissions what it allows from now on
 */
@EventType("platform.role.changed")
public record RoleChanged(Ref role, Set<String> permissions) implements DomainEvent {

    @Override
    public Ref subject() {
        return role;
    }
}
