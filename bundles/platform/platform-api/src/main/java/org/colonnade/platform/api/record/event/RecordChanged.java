package org.colonnade.platform.api.record.event;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * A record is new, says something else, was put away or is back.
 *
 * @param record which one; its kind is its first two parts
 * @param action {@code created}, {@code changed}, {@code archived}, {@code restored}, or the word of a use case such as {@code converted}
 * @param version the record's version from now on
 * @param fields the names of the fields that say something else; the values are the record's, for those who may read them
 */
@EventType("platform.record.changed")
public record RecordChanged(Ref record, String action, long version, List<String> fields) implements DomainEvent {

    public RecordChanged {
        fields = List.copyOf(fields);
    }

    @Override
    public Ref subject() {
        return record;
    }
}
