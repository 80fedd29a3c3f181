package org.colonnade.crm.internal.deal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.event.OpportunityCreated;
import org.colonnade.crm.api.event.OpportunityEvent;
import org.colonnade.crm.api.event.OpportunityLost;
import org.colonnade.crm.api.event.OpportunityReopened;
import org.colonnade.crm.api.event.OpportunityStageChanged;
import org.colonnade.crm.api.event.OpportunityWon;
import org.colonnade.crm.internal.domain.deal.Amounts;
import org.colonnade.crm.internal.domain.deal.OpportunityCheck;
import org.colonnade.crm.internal.domain.deal.OpportunityRule;
import org.colonnade.crm.internal.domain.deal.OpportunityRule.Way;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;

/**
 * What crm adds to the upkeep of opportunities. Whatever way an opportunity changes (an edit, a verb, an import, an older version that
 * comes back), its steps, its facts for the forecast and its events are written here.
 */
final class OpportunityRules implements RecordRules<Opportunity, OpportunityDraft> {

    private final Ways ways;
    private final PartyDirectory directory;

    OpportunityRules(Ways ways, PartyDirectory directory) {
        this.ways = ways;
        this.directory = directory;
    }

    @Override
    public OpportunityDraft complete(OpportunityDraft draft) {
        return new OpportunityDraft(
                draft.name() == null ? null : draft.name().strip(),
                draft.party(),
                draft.contact(),
                draft.pipeline(),
                draft.stage(),
                draft.amount() == null || !OpportunityCheck.fits(draft.amount())
                        ? draft.amount()
                        : Amounts.money(draft.amount().amount(), draft.amount().currency()),
                draft.expectedClose(),
                draft.probability(),
                draft.owner(),
                draft.team(),
                draft.source(),
                draft.lead(),
                draft.description());
    }

    @Override
    public void check(Fields faults, OpportunityDraft draft, Opportunity before) {
        OpportunityCheck.check(faults, draft, before);
        exists(faults, "party", draft.party(), before == null ? null : before.party());
        exists(faults, "contact", draft.contact(), before == null ? null : before.contact());
    }

    private void exists(Fields faults, String field, Ref given, Ref before) {
        if (given != null
                && !given.equals(before)
                && directory.find(asking(), given).isEmpty()) {
            faults.wrong(field, "is not there");
        }
    }

    /** Whoever may see contacts finds the own ones or those of the team only; others are not told what there is. */
    private static Actor asking() {
        Actor caller = Caller.current().actor();
        return caller.may(PartyDirectory.READ) ? caller : Actor.system("crm");
    }

    @Override
    public Opportunity decide(Opportunity wanted, Opportunity before, Work work) throws SQLException {
        if (before == null) {
            Way way = ways.open(work, wanted.pipeline());
            return OpportunityRule.begun(owned(wanted), way, work.now());
        }
        boolean another = !Objects.equals(wanted.pipeline(), before.pipeline());
        Way way = another ? ways.open(work, wanted.pipeline()) : ways.of(work, before.pipeline());
        return OpportunityRule.changed(wanted, before, way, later(work.now(), before.stageSince()));
    }

    /** Clocks of two nodes may differ; time in the history does not go back. */
    static Instant later(Instant now, Instant before) {
        return now.isBefore(before) ? before : now;
    }

    private static Opportunity owned(Opportunity wanted) {
        Ref caller = Caller.current().actor().behalf();
        return wanted.owner() != null || !caller.type().equals("user")
                ? wanted
                : new Opportunity(
                        wanted.name(),
                        wanted.party(),
                        wanted.contact(),
                        wanted.pipeline(),
                        wanted.stage(),
                        wanted.amount(),
                        wanted.expectedClose(),
                        wanted.probability(),
                        false,
                        caller,
                        wanted.team(),
                        wanted.source(),
                        wanted.lead(),
                        wanted.description(),
                        null,
                        null,
                        null,
                        null);
    }

    @Override
    public void stored(Work work, Kept<Opportunity> before, Kept<Opportunity> after) throws SQLException {
        Opportunity is = after.value();
        Opportunity was = before == null ? null : before.value();
        if (was == null || moved(was, is) || was.state() != is.state()) {
            Steps.add(work, after, was);
        }
        Facts.keep(work, before, after);
        OpportunityEvent event = event(Deals.OPPORTUNITY.ref(after.id()), was, is);
        if (event != null) {
            work.publish(event);
        }
    }

    private static boolean moved(Opportunity was, Opportunity is) {
        return !was.stage().equals(is.stage()) || !was.pipeline().equals(is.pipeline());
    }

    private static OpportunityEvent event(Ref ref, Opportunity was, Opportunity is) {
        if (was == null) {
            return new OpportunityCreated(ref, is.party(), is.pipeline(), is.stage(), is.amount(), is.lead());
        }
        if (was.state() != is.state()) {
            return switch (is.state()) {
                case WON -> new OpportunityWon(ref, is.party(), is.amount(), is.closedOn());
                case LOST -> new OpportunityLost(ref, is.party(), is.amount(), is.lostReason(), is.closedOn());
                case OPEN -> new OpportunityReopened(ref, is.party(), is.pipeline(), is.stage());
            };
        }
        return moved(was, is)
                ? new OpportunityStageChanged(ref, is.pipeline(), was.stage(), is.stage(), is.probability())
                : null;
    }
}
