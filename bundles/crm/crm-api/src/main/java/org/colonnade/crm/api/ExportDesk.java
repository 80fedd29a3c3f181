package org.colonnade.crm.api;

import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.io.IOException;
import java.io.OutputStream;

/** Where contacts go out, as a stream of any length. Every method needs {@value #RUN} and closes no stream. */
@ProviderType
public interface ExportDesk {

    /** The permission to export. */
    String RUN = "crm.export.run";

    /**
     * Writes every party that the query finds as a vCard.
     *
     * @param version {@code 4.0} or {@code 3.0}
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.export.version}
     */
    void vcards(Actor actor, PartyQuery query, String version, OutputStream out) throws IOException;

    /**
     * The vCard of one party, archived or not.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code crm.party.not-found}
     */
    String vcard(Actor actor, String id, String version);

    /** Writes every party that the query finds as a row (RFC 4180, UTF-8); the README lists the columns. */
    void csv(Actor actor, PartyQuery query, OutputStream out) throws IOException;
}
