package org.colonnade.crm.api.spi;

import java.sql.SQLException;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Moves one function's references to a party when that party becomes part of another, and puts them back when this is undone. Every
 * function that keeps references to parties registers one as a service.
 *
 * <p>Both methods run in a transaction of the participant's own function, some moments after crm's, and for a function that is installed
 * later, then: by the durable events {@code crm.party.merged} and {@code crm.party.unmerged}, in their order. Both may run twice for one
 * merge; the second time changes nothing.
 */
@ConsumerType
public interface PartyReferenceParticipant {

    /** A durable, unique name: {@code <module>.<what-it-moves>}. */
    String name();

    /** The function in whose transaction it works. */
    String module();

    /**
     * Makes every reference to the merged party one to the survivor.
     *
     * @param merged the party that is part of the survivor now
     * @param survivor the party that stayed
     * @return a journal with which {@link #putBack} knows what to put back; opaque to crm, at most 1,000,000 characters, no names or
     *     other personal data; empty if nothing referred to it
     */
    String move(Ref merged, Ref survivor, Work work) throws SQLException;

    /**
     * Makes the references named in the journal ones to the merged party again; what refers to the survivor since then stays.
     *
     * @param merged the party that stands by itself again
     * @param survivor the party that it was part of
     * @param journal what {@link #move} answered
     */
    void putBack(Ref merged, Ref survivor, String journal, Work work) throws SQLException;
}
