package org.colonnade.platform.api.security.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A team was made, is called otherwise, stands elsewhere, or was put away or brought back.
 *
 * @param team {@code platform:team:<id>}
 * @param name its name
 * @param displayName what people see from now on
 * @param parent the team above it from now on, or null
 * @param archived whether it is put away from now on
 */
@EventType("platform.team.changed")
public record TeamChanged(Ref team, String name, String displayName, Ref parent, boolean archived)
        implements DomainEvent {

    @Override
    public Ref subject() {
        return team;
    }
}
