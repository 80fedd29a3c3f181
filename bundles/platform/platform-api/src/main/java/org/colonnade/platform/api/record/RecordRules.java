package org.colonnade.platform.api.record;

import java.sql.SQLException;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ConsumerType;

/** What a function adds to the upkeep of its records. Every method does nothing by itself; a plain record needs none of them. */
@ConsumerType
public interface RecordRules<V extends Record, D extends Record> {

    /** The input of what there is, as a change begins with it: without what was made of other fields and shall be made anew. */
    default D open(D present) {
        return present;
    }

    /** The input as it shall be kept: normalised, completed. It is checked afterwards. */
    default D complete(D draft) {
        return draft;
    }

    /**
     * Notes what is wrong with the input beyond what the fields declare.
     *
     * @param before what there is now, or null for a new record
     */
    default void check(Fields faults, D draft, V before) {}

    /**
     * What shall be kept, made of the input and what there was. The platform has filled in the fields of the input and left all others as
     * they were; in a new record these are null, zero or false.
     *
     * @param before what there is now, or null for a new record
     */
    default V decide(V wanted, V before, Work work) throws SQLException {
        return wanted;
    }

    /**
     * The same for rules that ask filters; this is the one that is called.
     *
     * @param turn whose {@link Turn#after} says what the input says
     * @since 1.2
     */
    default V decide(Turn<V> turn, Work work) throws SQLException {
        return decide(
                turn.after().value(),
                turn.before() == null ? null : turn.before().value(),
                work);
    }

    /**
     * The same where somebody goes back to an older version of a record.
     *
     * @param turn whose {@link Turn#after} says what the older version says
     * @since 1.2
     */
    default V returned(Turn<V> turn, Work work) throws SQLException {
        return decide(turn, work);
    }

    /**
     * The last word before a record is stored, whatever changes it: by hand, by an import, by a use case, when it is put away. Where
     * nothing changes it is not asked. What it alone changes makes no version.
     *
     * @since 1.2
     */
    default V settle(Turn<V> turn, Work work) throws SQLException {
        return turn.after().value();
    }

    /**
     * Whether what {@link #check}, {@link #complete}, {@link #decide} and {@link #settle} say of a record does not depend on how other
     * records of the kind are stored: imports store many records with one statement then, after all of them were decided about.
     *
     * @since 1.2
     */
    default boolean apart() {
        return false;
    }

    /**
     * The record was stored: the place for the function's own events and tables, in the same transaction.
     *
     * @param before what there was, or null for a new record
     */
    default void stored(Work work, Kept<V> before, Kept<V> after) throws SQLException {}

    /**
     * An actor was answered this one record by the API, by its id, or its history: for functions that keep who has looked at what. Lists
     * and exports are not told. It delays the answer, so it must be quick.
     */
    default void looked(Actor actor, String id) {}

    /**
     * Which of the records an actor sees: a FIQL filter over the kind's own fields that holds for them. Others are not found, whatever the
     * channel.
     *
     * @return the filter; null where everybody who has the permission sees all
     */
    default String seen(Actor actor) {
        return null;
    }

    /**
     * Whether a new record that has no owner after {@link #decide} becomes its maker's; not where a record may wait for one.
     *
     * @since 1.1
     */
    default boolean owned() {
        return true;
    }

    /**
     * Whether a record that an import made, and nobody has touched since, goes when the import is undone; otherwise it is put away, for
     * kinds of which nothing may be lost that somebody could have gone by.
     *
     * @since 1.3
     */
    default boolean removable() {
        return true;
    }
}
