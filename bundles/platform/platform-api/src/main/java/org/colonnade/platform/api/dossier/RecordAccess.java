package org.colonnade.platform.api.dossier;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says who may reach a function's records, so that what accompanies a record is reached by the same people. A service of the function
 * that keeps the records; a record that no such service knows has no dossier.
 */
@ConsumerType
public interface RecordAccess {

    /**
     * Whether records of this kind are kept here.
     *
     * @param kind a reference of which only module and type are looked at
     */
    boolean knows(Ref kind);

    /**
     * Lets those pass who may see the record.
     *
     * @throws Forbidden if the actor may see none of the kind
     * @throws NotFound if it is not there, or not in the actor's view
     */
    void requireRead(Actor actor, Ref record);

    /**
     * Lets those pass who may change the record.
     *
     * @throws Forbidden if the actor may see the record, but not change it
     * @throws NotFound if it is not there, or not in the actor's view
     */
    void requireChange(Actor actor, Ref record);

    /**
     * Lets those pass who may see records of the kind at all.
     *
     * @param kind a reference of which only module and type are looked at
     * @throws Forbidden if the actor may see none of them
     */
    default void requireKind(Actor actor, Ref kind) {
        try {
            requireRead(actor, new Ref(kind.module(), kind.type(), "-"));
        } catch (NotFound onlyThatOneIsMissing) {
            return;
        }
    }

    /** Those of the records that the actor may see. Whoever can answer for many at once does it in one query. */
    default Set<Ref> readable(Actor actor, Collection<Ref> records) {
        Set<Ref> readable = new HashSet<>();
        for (Ref record : records) {
            try {
                requireRead(actor, record);
                readable.add(record);
            } catch (Forbidden | NotFound outOfView) {
                continue;
            }
        }
        return readable;
    }

    /**
     * Whether the actor sees every record of the kind, also those that are there no more. False where that cannot be said at once: each is
     * asked for then.
     *
     * @param kind a reference of which only module and type are looked at
     * @since 1.1
     */
    default boolean seesAll(Actor actor, Ref kind) {
        return false;
    }

    /**
     * Whether no field of the kind is withheld from the actor, wholly or in part.
     *
     * @param kind a reference of which only module and type are looked at
     * @since 1.1
     */
    default boolean seesWhole(Actor actor, Ref kind) {
        return true;
    }

    /**
     * The one spelling of a reference, under which its dossier is kept. A TSID may be written in lower case and with look-alikes; kinds
     * with other ids say here what is the same.
     */
    default Ref canonical(Ref record) {
        long id = Tsid.parse(record.id());
        return id < 0 ? record : Ref.of(record.module(), record.type(), id);
    }
}
