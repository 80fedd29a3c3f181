package org.colonnade.platform.api.security.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Somebody came into a team, leads it or does no more, or left it.
 *
 * @param team {@code platform:team:<id>}
 * @param user {@code platform:user:<id>}
 * @param member whether it is a member from now on
 * @param lead whether it leads the team from now on
 */
@EventType("platform.team.member-changed")
public record TeamMemberChanged(Ref team, Ref user, boolean member, boolean lead) implements DomainEvent {

    @Override
    public Ref subject() {
        return team;
    }
}
