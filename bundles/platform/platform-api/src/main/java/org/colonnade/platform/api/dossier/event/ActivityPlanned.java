package org.colonnade.platform.api.dossier.event;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;

/**
 * Something was planned.
 *
 * @param activity which
 * @param type what kind of thing it is
 * @param owner whose it is
 * @param about the records that it is about
 */
@EventType("platform.activity.planned")
public record ActivityPlanned(Ref activity, ActivityType type, Ref owner, List<Ref> about) implements DomainEvent {

    public ActivityPlanned {
        about = List.copyOf(about);
    }

    @Override
    public Ref subject() {
        return activity;
    }
}
