package org.colonnade.crm.api.spi;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what happened to a party in one function: conversations, orders, tickets. A service; crm merges what all of them tell. Called
 * on threads of crm's own, with half a second for an answer and as the actor; one that fails or is late is named as missing and breaks
 * nothing.
 */
@ConsumerType
public interface TimelineContributor {

    /** The function whose records it tells of, and that is named if it does not answer. */
    String module();

    /** The beginnings of the kinds of its entries: it is not asked when somebody wants only others. */
    List<String> kinds();

    /**
     * What happened, newest first; of the same instant the greater id first.
     *
     * @param actor who asks; only what this one may see is told, and nothing where it may see none
     * @param party whose timeline it is; archived or not
     * @param before only what happened earlier than this
     * @param limit how many at most; fewer mean that there are no more
     */
    List<TimelineEntry> entries(Actor actor, Ref party, Instant before, int limit);
}
