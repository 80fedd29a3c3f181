package org.colonnade.crm.internal.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.internal.store.TimelineSql;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was written about the party. */
@Component(service = TimelineContributor.class)
public class NotesTold implements TimelineContributor {

    private final Tx tx;

    @Activate
    public NotesTold(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<String> kinds() {
        return List.of("crm.note");
    }

    @Override
    public List<TimelineEntry> entries(Actor actor, Ref party, Instant before, int limit) {
        if (!actor.may(PartyDirectory.READ)) {
            return List.of();
        }
        return tx.read(work -> TimelineSql.notes(work, party, before, limit)).stream()
                .map(note -> new TimelineEntry(
                        "crm.note:" + note.id(),
                        "crm.note",
                        note.at(),
                        party,
                        Told.who(note.actor()),
                        Told.line(note.text()),
                        Map.of()))
                .toList();
    }
}
