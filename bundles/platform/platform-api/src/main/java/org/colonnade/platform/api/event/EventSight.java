package org.colonnade.platform.api.event;

import java.util.List;
import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What somebody sees of the event log, in every channel: lists, streams, webhooks. Whoever may see the record that an event happened to,
 * now, sees the event; where a field of such records is withheld, without its data. Events of what is no record of an installed function
 * are for those who see every event.
 *
 * @since 1.3
 */
@ProviderType
public interface EventSight {

    /** The permission to see the events of the records that one sees. */
    String READ = "platform.events.read";

    /** The permission to see every event with all that it says. */
    String READ_ALL = "platform.events.read-all";

    /** What stands for the data of an event that is not shown whole. */
    String NOTHING = "{}";

    /** Those of the events that the actor sees, as it sees them, in the same order; none without a permission. */
    List<EventLog.Entry> seen(Actor actor, List<EventLog.Entry> events);
}
