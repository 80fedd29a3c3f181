package org.colonnade.platform.api.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** The durable log of everything that happened, and where each reaction stands in it. */
@ProviderType
public interface EventLog {

    /** How many events a slice has at most. */
    int MOST = 500;

    /**
     * The log in its order, oldest first.
     *
     * @param type only this event type, or null for all
     */
    Page<Entry> entries(String type, PageRequest page);

    /**
     * What happened behind a position, in the log's order. The work is bounded whatever is asked for, so a slice without events does not
     * mean that there are no more: the next one begins at {@link Slice#through}.
     *
     * @param position 0 for the beginning
     * @param most how many events at most, 1 to {@value #MOST}
     * @since 1.3
     */
    Slice after(long position, EventFilter filter, int most);

    /**
     * The events at these positions, in the log's order; positions that hold none are passed over.
     *
     * @since 1.3
     */
    List<Entry> at(Collection<Long> positions);

    /**
     * The position of the last event; 0 while there is none.
     *
     * @since 1.3
     */
    long head();

    /**
     * Where somebody begins who wants all events from a moment on: a few earlier ones may lie behind it too.
     *
     * @param moment UTC
     * @return the position before the first of them; {@link #head()} if nothing happened since
     * @since 1.3
     */
    long before(Instant moment);

    /** Every reaction that was ever seen, by name. */
    List<Progress> reactions();

    /** The events that a reaction could not take, newest first. */
    Page<DeadLetter> deadLetters(PageRequest page);

    /**
     * Hands a dead letter to its reaction once more.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.dead-letter.not-found}
     */
    void retry(String deadLetterId);

    /**
     * One event.
     *
     * @param id the event's id
     * @param position its place in the log; gaps are possible
     * @param type such as {@code crm.party.created}
     * @param subject the record's reference
     * @param at when, UTC
     * @param actor who, as a reference
     * @param requestId the request that did it
     * @param data the event as JSON text
     */
    record Entry(
            String id,
            long position,
            String type,
            String subject,
            Instant at,
            String actor,
            String requestId,
            String data) {}

    /**
     * A stretch of the log.
     *
     * @param events those that were asked for, oldest first
     * @param through how far was looked
     * @since 1.3
     */
    record Slice(List<Entry> events, long through) {

        public Slice {
            events = List.copyOf(events);
        }
    }

    /**
     * Where a reaction stands.
     *
     * @param name the reaction
     * @param position the last event that it has dealt with
     * @param behind how many events of its types it has not yet seen
     * @param deadLetters how many it could not take
     * @param present whether its bundle is here now
     * @param failure why the next event was not taken at the last try, or null
     */
    record Progress(String name, long position, long behind, long deadLetters, boolean present, String failure) {}

    /**
     * An event that a reaction could not take.
     *
     * @param id of the dead letter
     * @param reaction whose it is
     * @param event the event
     * @param at when it was set aside, UTC
     * @param failure why
     */
    record DeadLetter(String id, String reaction, Entry event, Instant at, String failure) {}
}
