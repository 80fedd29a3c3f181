package org.colonnade.platform.api.dossier.event;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Something that is planned was not done in time; told once for each activity.
 *
 * @param activity which
 * @param type what kind of thing it is
 * @param owner whose it is
 * @param about the records that it is about
 */
@EventType("platform.activity.overdue")
public record ActivityOverdue(Ref activity, ActivityType type, Ref owner, List<Ref> about) implements DomainEvent {

    public ActivityOverdue {
        about = List.copyOf(about);
    }

    @Override
    public Ref subject() {
        return activity;
    }
}
