package org.colonnade.platform.api.dossier;

import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is to be done, and was done, about records. An activity is reached by its owner and by whoever may see one of the records that it is
 * about; a kind of record that nobody knows is {@code platform.record.unknown}.
 */
@ProviderType
public interface Activities {

    /** Those that the query names and the actor may see: by due time, or else start, those without either last. */
    Page<Activity> find(Actor actor, ActivityQuery query, PageRequest page);

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.activity.not-found} */
    Activity get(Actor actor, String id);

    /**
     * Plans something.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.activity.invalid}
     */
    Activity plan(Actor actor, ActivityDraft draft);

    /**
     * Changes what is planned.
     *
     * @param seen is given the present version and refuses if it is not the one that the caller knows
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.activity.invalid}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.activity.ended} if it is done or cancelled
     */
    Activity change(Actor actor, String id, LongConsumer seen, UnaryOperator<ActivityDraft> edit);

    /** It was done; saying so again changes nothing. {@code platform.activity.ended} if it was cancelled. */
    Activity done(Actor actor, String id, LongConsumer seen);

    /** It will not happen; saying so again changes nothing. {@code platform.activity.ended} if it was done. */
    Activity cancel(Actor actor, String id, LongConsumer seen);

    /** The activity as an iCalendar object (RFC 5545). */
    String calendar(Actor actor, String id);

    /** What is planned and was done for an owner as one iCalendar object, the newest 1,000. */
    String feed(Actor actor, Ref owner);

    /**
     * Takes an iCalendar object in: events and to-dos become activities, known by their UID; a REPLY sets what attendees answered
     * (RFC 5546), a CANCEL cancels.
     *
     * @param calendar the text of the object, or of several
     * @param about a record that new activities are about, or null
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.calendar.unreadable}
     */
    CalendarReport take(Actor actor, String calendar, Ref about);
}
