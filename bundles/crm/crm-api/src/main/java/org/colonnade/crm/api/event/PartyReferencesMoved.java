package org.colonnade.crm.api.event;

import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A function has moved its references after a merge, or put them back after it was reverted; crm notes it in the merge record.
 *
 * @param record the merge record, {@code crm:merge:…}
 * @param participant who moved them
 * @param journals what is needed to put them back, by the id of the merged party; empty when they were put back
 * @param putBack whether they were put back
 * @since 1.1
 */
@EventType("crm.party.references-moved")
public record PartyReferencesMoved(Ref record, String participant, Map<String, String> journals, boolean putBack)
        implements DomainEvent {

    public PartyReferencesMoved {
        journals = Map.copyOf(journals);
    }

    @Override
    public Ref subject() {
        return record;
    }
}
