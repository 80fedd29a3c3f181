package org.colonnade.crm.api;

import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells whose an identifier, an e-mail address or a telephone number is. Every method needs {@value PartyDirectory#READ}.
 *
 * @since 1.1
 */
@ProviderType
public interface PartyResolver {

    /** How many parties with the same address or number are told at most. */
    int MOST = 20;

    /**
     * The party that another system calls so, archived or not. See {@link Identifier} for how values are compared.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.resolve.invalid}: the scheme's own check says that there is no such
     *     identifier
     */
    Optional<Party> identified(Actor actor, Identifier identifier);

    /**
     * Who can be reached there, the one that was known first in front; more than one may share it. Archived ones are left out.
     *
     * @param type {@code EMAIL} or {@code PHONE}
     * @param value an address in any case, a number in any way of writing
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.resolve.invalid}: it is no address, no number, or of another type
     */
    List<Party> reachedBy(Actor actor, ContactType type, String value);
}
