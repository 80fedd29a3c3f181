package org.colonnade.platform.api.event;

import java.sql.SQLException;
import java.util.List;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a function does when something happened elsewhere. A service; its place in the event log is kept under its name, so an event
 * waits while the reaction's bundle is stopped, updated or not yet installed. Its effect and its new place are stored in one transaction
 * of its own function. It may still run twice for one event (the platform can be killed in between): the second time changes nothing.
 *
 * @param <E> the events' common type
 */
@ConsumerType
public interface Reaction<E extends DomainEvent> {

    /** A durable, unique name: {@code <module>.<what-it-does>}. Renaming it starts it anew. */
    String name();

    /** The function in whose transaction it works. */
    String module();

    /** The events that it waits for; each carries {@link EventType}. */
    List<Class<? extends E>> events();

    /** Whether a reaction that is new begins with the oldest event of the log (the default) or with the next one. */
    default boolean fromTheBeginning() {
        return true;
    }

    /**
     * Reacts. An exception rolls everything back; the event is tried again later, and set aside as a dead letter after several tries.
     *
     * @param event what happened
     * @param work the running transaction of this reaction's function
     */
    void react(E event, Work work) throws SQLException;
}
