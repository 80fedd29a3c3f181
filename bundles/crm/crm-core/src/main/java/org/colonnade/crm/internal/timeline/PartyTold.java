package org.colonnade.crm.internal.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.internal.domain.timeline.Place;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Filter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** How the party itself was changed: added, edited, put away, merged; as the audit has it. */
@Component(service = TimelineContributor.class)
public class PartyTold implements TimelineContributor {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditLog audit;

    @Activate
    public PartyTold() {}

    PartyTold(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<String> kinds() {
        return List.of("crm.party");
    }

    @Override
    public List<TimelineEntry> entries(Actor actor, Ref party, Instant before, int limit) {
        AuditLog log = audit;
        if (log == null || !actor.may(PartyDirectory.READ)) {
            return List.of();
        }
        Filter filter = new Filter(party.toString(), null, null, null, before);
        return log.entries(filter, new PageRequest(Math.min(limit, PageRequest.MAX_LIMIT), null)).items().stream()
                .filter(entry -> !entry.action().equals(Change.REFUSED))
                .map(entry -> new TimelineEntry(
                        "crm.party:" + entry.id(),
                        "crm.party." + entry.action(),
                        entry.at(),
                        party,
                        Told.who(entry.actor()),
                        null,
                        entry.version() == 0 ? Map.of() : Map.of("version", String.valueOf(entry.version()))))
                .sorted(Place.ORDER)
                .toList();
    }
}
