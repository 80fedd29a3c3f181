package org.colonnade.crm.api.event;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventType;

/**
 * Parties that had become part of another one stand by themselves again.
 *
 * @param party the party that they were part of
 * @param merged those that stand by themselves again
 * @param record the merge record, {@code crm:merge:…}
 * @since 1.1
 */
@EventType("crm.party.unmerged")
public record PartyUnmerged(Ref party, List<Ref> merged, Ref record) implements PartyEvent {

    public PartyUnmerged {
        merged = List.copyOf(merged);
    }
}
