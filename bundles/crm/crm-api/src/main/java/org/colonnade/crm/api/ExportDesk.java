package org.colonnade.crm.api;

import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where contacts go out, as a stream of any length. Every method needs {@value #RUN}; a search text that is too long is
 * {@link org.colonnade.platform.api.problem.Rejected} {@code crm.search.too-long}.
 */
@ProviderType
public interface ExportDesk {

    /** The permission to export. */
    String RUN = "crm.export.run";

    /**
     * Every party that the query finds, as a vCard.
     *
     * @param version {@code 4.0} or {@code 3.0}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.export.version}
     */
    FileContent vcards(Actor actor, PartyQuery query, String version);

    /**
     * The vCard of one party, archived or not. For everybody who may read the party.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.party.not-found}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.export.version}
     */
    String vcard(Actor actor, String id, String version);

    /** Every party that the query finds, as a row (RFC 4180, UTF-8); the README lists the columns. */
    FileContent csv(Actor actor, PartyQuery query);
}
