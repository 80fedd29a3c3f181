package org.colonnade.platform.api.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A reaction for which many events at once are cheaper than one after the other. They come in the log's order; their effect and the
 * place behind the last of them are stored in one transaction. If that fails they come again one by one, so that only the one that cannot
 * be taken is tried again and set aside.
 *
 * @param <E> the events' common type
 * @since 1.1
 */
@ConsumerType
public interface BulkReaction<E extends DomainEvent> extends Reaction<E> {

    /** How many events it takes at once at most; as many as one transaction bears, 100 at most. */
    int most();

    /**
     * How long it lets others go first. While a bulk of its events is still coming in (a hundred wait, and the last one is less than a
     * second old) it takes none that is younger than this, so that it works after an import instead of beside it; and as long as a
     * hundred wait, it rests after each lot for as long as that took. Zero, the default, means never.
     *
     * @since 1.2
     */
    default Duration patience() {
        return Duration.ZERO;
    }

    /**
     * Reacts to all of them or to none, on behalf of the request that published the first.
     *
     * @param events what happened, at least one
     * @param work the running transaction of this reaction's function
     */
    void reactAll(List<E> events, Work work) throws SQLException;

    @Override
    default void react(E event, Work work) throws SQLException {
        reactAll(List.of(event), work);
    }
}
