package org.colonnade.crm.api.event;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * Parties became part of another one.
 *
 * @param party the party that stayed
 * @param merged those that are part of it now
 * @param record the merge record, {@code crm:merge:…}
 * @since 1.1
 */
@EventType("crm.party.merged")
public record PartyMerged(Ref party, List<Ref> merged, Ref record) implements PartyEvent {

    public PartyMerged {
        merged = List.copyOf(merged);
    }
}
