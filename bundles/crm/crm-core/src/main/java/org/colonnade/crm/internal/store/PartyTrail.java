package org.colonnade.crm.internal.store;

import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.store.Work;

/**
 * Writes down what each version of a party says that is not made by the upkeep of single records: by an import, a merge, an erasure. The
 * snapshot is that of the upkeep, without custom fields, which none of them changes.
 */
final class PartyTrail {

    private PartyTrail() {}

    /** The party as it will be stored; to be called before its version has grown. */
    static void write(Work work, StoredParty party, String action) {
        String fields = party.row().document() == null
                ? PartyDocument.of(party.content().draft(), PartyStore.names(party.content()))
                : party.row().document();
        String snapshot = fields.substring(0, fields.length() - 1) + ",\"archived\":" + party.row().archived() + '}';
        work.record(Change.of(StoredParty.ref(party.id()), action, party.row().version() + 1, snapshot));
    }
}
