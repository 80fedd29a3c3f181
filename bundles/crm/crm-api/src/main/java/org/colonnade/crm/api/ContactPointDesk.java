package org.colonnade.crm.api;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The contact points of one party, one by one. They are part of their party: a change of one is a new version of the party, in its history.
 * To see them needs {@code crm.party.read}, everything else {@value PartyDesk#CHANGE}; who may not see contact points is refused with
 * {@code platform.field.withheld}. An id that is none is answered with {@link org.colonnade.platform.api.problem.NotFound}
 * {@code crm.party.not-found} or {@code crm.contact-point.not-found}; a party that is put away or part of another one is not changed
 * ({@code crm.party.archived}, {@code crm.party.merged}).
 *
 * <p>{@code expected} is told the party's version, and throws if it is not the one that the caller read.
 *
 * @since 1.1
 */
@ProviderType
public interface ContactPointDesk {

    /**
     * A party's contact points, or one of them.
     *
     * @param value what was asked for
     * @param version the party's
     */
    record Versioned<T>(T value, long version) {}

    /** All of a party, by type. */
    Versioned<List<ContactPoint>> list(Actor actor, String party);

    /** One. */
    Versioned<ContactPoint> get(Actor actor, String party, String point);

    /** Adds one. @throws org.colonnade.platform.api.problem.Rejected {@code crm.party.invalid} with the fields */
    Versioned<ContactPoint> add(Actor actor, String party, LongConsumer expected, ContactPointDraft draft);

    /** Changes one. @throws org.colonnade.platform.api.problem.Rejected {@code crm.party.invalid} with the fields */
    Versioned<ContactPoint> change(
            Actor actor, String party, String point, LongConsumer expected, UnaryOperator<ContactPointDraft> change);

    /**
     * Takes one away; another one of its type becomes the primary one, one that may be used if there is any.
     *
     * @return the party's version
     */
    long remove(Actor actor, String party, String point, LongConsumer expected);

    /** The party was reached by it: what came back before does not count any more. Whether it may be used is left as it is. */
    Versioned<ContactPoint> verify(Actor actor, String party, String point, LongConsumer expected);

    /**
     * Something came back. It is counted; a permanent one marks the point as not to be used, and another one of its type that may be used
     * becomes the primary one.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.contact-point.invalid}
     */
    Versioned<ContactPoint> bounce(Actor actor, String party, String point, LongConsumer expected, Bounce bounce);
}
