package org.colonnade.crm.internal.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.internal.deal.Deals;
import org.colonnade.crm.internal.store.TimelineSql;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the opportunities of the party went: begun, moved, won, lost, open again. */
@Component(service = TimelineContributor.class)
public class OpportunitiesTold implements TimelineContributor {

    private static final String KIND = "crm.opportunity";

    private final Tx tx;
    private final Deals deals;

    @Activate
    public OpportunitiesTold(@Reference(target = "(module=crm)") Tx tx, @Reference Deals deals) {
        this.tx = tx;
        this.deals = deals;
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<TimelineEntry> entries(Actor actor, Ref party, Instant before, int limit) {
        if (!actor.may(OpportunityDesk.READ)) {
            return List.of();
        }
        boolean named = deals.opportunities().sees(actor, "name");
        return tx.read(work -> TimelineSql.steps(work, party, before, limit)).stream()
                .map(step -> entry(actor, step, named))
                .toList();
    }

    private TimelineEntry entry(Actor actor, TimelineSql.Step step, boolean named) {
        Map<String, String> facts = new HashMap<>();
        fact(facts, actor, "from", "stage", step.stageBefore());
        fact(facts, actor, "to", "stage", step.stage());
        if (step.amount() != null) {
            fact(facts, actor, "amount", "amount", step.amount().toString());
        }
        if (step.state().equals("LOST")) {
            fact(facts, actor, "reason", "lostReason", step.reason());
        }
        return new TimelineEntry(
                "crm.opportunity:" + step.id(),
                KIND + '.' + what(step),
                step.at(),
                deals.opportunities().kind().ref(step.opportunity()),
                Told.who(step.actor()),
                named ? step.name() : null,
                facts);
    }

    private void fact(Map<String, String> facts, Actor actor, String name, String field, String value) {
        if (value != null && deals.opportunities().sees(actor, field)) {
            facts.put(name, value);
        }
    }

    private static String what(TimelineSql.Step step) {
        if (step.stateBefore() == null) {
            return "created";
        }
        if (step.state().equals(step.stateBefore())) {
            return "stage-changed";
        }
        return switch (step.state()) {
            case "WON" -> "won";
            case "LOST" -> "lost";
            default -> "reopened";
        };
    }
}
