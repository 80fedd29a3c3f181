package org.colonnade.crm.api.timeline;

import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/** What happened to a party, told by every function that knows of it. */
@ProviderType
public interface Timeline {

    /**
     * A piece of the timeline. Needs {@value org.colonnade.crm.api.PartyDirectory#READ}; of the rest only what the actor may see is in it.
     *
     * @param party the party's id
     * @param before the {@code next} of the piece before, or an instant of ISO 8601; null for the newest
     * @param limit 1 to 200
     * @param kinds only entries whose kind is one of these or begins with one and a dot; empty for all
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.party.not-found}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.timeline.invalid}
     */
    TimelinePage of(Actor actor, String party, String before, int limit, Set<String> kinds);
}
