package org.colonnade.platform.api.dossier.event;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Custom fields of a record say something else, and nothing else of the record was changed: it has no new version. Where they are changed
 * with the record, the record's own event tells.
 *
 * @param record which one
 * @param fields the names of the custom fields; the values are the record's, for those who may read them
 * @since 1.1
 */
@EventType("platform.custom-values.changed")
public record CustomValuesChanged(Ref record, List<String> fields) implements DomainEvent {

    public CustomValuesChanged {
        fields = List.copyOf(fields);
    }

    @Override
    public Ref subject() {
        return record;
    }
}
