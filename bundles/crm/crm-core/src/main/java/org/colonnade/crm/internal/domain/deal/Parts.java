package org.colonnade.crm.internal.domain.deal;

import java.time.Instant;
import java.time.LocalDate;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.platform.api.Ref;

/** What changes of an opportunity on its way; all else stays. */
final class Parts {

    private final Opportunity from;
    Ref pipeline;
    String stage;
    Integer probability;
    boolean manual;
    OpportunityState state;
    String reason;
    LocalDate closedOn;
    Instant since;

    private Parts(Opportunity from) {
        this.from = from;
        pipeline = from.pipeline();
        stage = from.stage();
        probability = from.probability();
        manual = from.probabilityManual();
        state = from.state();
        reason = from.lostReason();
        closedOn = from.closedOn();
        since = from.stageSince();
    }

    static Parts of(Opportunity from) {
        return new Parts(from);
    }

    Opportunity whole() {
        return new Opportunity(
                from.name(),
                from.party(),
                from.contact(),
                pipeline,
                stage,
                from.amount(),
                from.expectedClose(),
                probability,
                manual,
                from.owner(),
                from.team(),
                from.source(),
                from.lead(),
                from.description(),
                state,
                reason,
                closedOn,
                since);
    }
}
