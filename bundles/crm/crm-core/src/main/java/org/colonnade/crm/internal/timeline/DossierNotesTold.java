package org.colonnade.crm.internal.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.internal.domain.timeline.Place;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.dossier.Notes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What was written into the party's dossier. Pinned notes come first there, so all of them are looked through. */
@Component(service = TimelineContributor.class)
public class DossierNotesTold implements TimelineContributor {

    private static final String KIND = "platform.note";
    private static final int MOST_PAGES = 10;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Notes notes;

    @Activate
    public DossierNotesTold() {}

    DossierNotesTold(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String module() {
        return "platform";
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<TimelineEntry> entries(Actor actor, Ref party, Instant before, int limit) {
        Notes desk = notes;
        if (desk == null) {
            return List.of();
        }
        List<TimelineEntry> all = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<Note> page = desk.of(actor, party, new PageRequest(PageRequest.MAX_LIMIT, after));
            page.items().stream().map(DossierNotesTold::entry).forEach(all::add);
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return all.stream()
                .filter(entry -> entry.at().isBefore(before))
                .sorted(Place.ORDER)
                .limit(limit)
                .toList();
    }

    private static TimelineEntry entry(Note note) {
        return new TimelineEntry(
                KIND + ':' + note.id(),
                KIND,
                note.createdAt(),
                note.record(),
                note.createdBy(),
                Told.line(note.text()),
                Map.of("pinned", String.valueOf(note.pinned())));
    }
}
