package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A file of contacts was read to its end.
 *
 * @param run the import, {@code crm:import:…}
 * @param format {@code vcard} or {@code csv}
 * @param created how many parties are new
 * @param updated how many known parties got something new
 * @param unchanged how many were known already
 * @param refused how many cards or rows were kept aside
 */
@EventType("crm.import.completed")
public record ImportCompleted(Ref run, String format, long created, long updated, long unchanged, long refused)
        implements DomainEvent {

    @Override
    public Ref subject() {
        return run;
    }
}
