package org.colonnade.platform.api.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of record that retention rules can be made for. A service of the function that keeps it. */
@ConsumerType
public interface RetentionTarget {

    /** The kind, as {@code <module>:<type>}, such as {@code crm:lead}. */
    String kind();

    /** The states that a record may be in; empty where it has none. */
    Set<String> states();

    /** What can become of a record. */
    Set<RetentionAction> actions();

    /** How many records match. */
    long count(Criteria criteria);

    /**
     * The next records that match, in the order of their ids.
     *
     * @param after the last record of the call before, or null for the first
     * @param limit how many at most
     */
    List<Ref> matching(Criteria criteria, Ref after, int limit);

    /**
     * Does it, in one transaction: to the records that still match.
     *
     * @param records as {@link #matching} gave them
     * @return a line for each; those that do not match any more may be left out
     */
    Erasure apply(Criteria criteria, List<Ref> records, RetentionAction action);

    /**
     * Which records a rule means.
     *
     * @param changedBefore last changed before this instant, UTC
     * @param states in one of these states; empty for any
     */
    record Criteria(Instant changedBefore, Set<String> states) {

        public Criteria {
            states = Set.copyOf(states);
        }
    }
}
