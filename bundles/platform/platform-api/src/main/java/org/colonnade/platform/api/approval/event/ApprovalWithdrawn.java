package org.colonnade.platform.api.approval.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A request does not hold any more: it was taken back, or the record was edited since.
 *
 * @param record the record that is to be approved
 * @param request which request
 * @param kind what kind of approval
 * @param version the record's version that it is about
 */
@EventType("approvals.request.withdrawn")
public record ApprovalWithdrawn(Ref record, Ref request, String kind, long version) implements DomainEvent {

    @Override
    public Ref subject() {
        return record;
    }
}
