package org.colonnade.crm.internal.lead;

import java.sql.SQLException;
import java.util.Objects;
import org.colonnade.crm.api.event.LeadAssigned;
import org.colonnade.crm.api.event.LeadCreated;
import org.colonnade.crm.api.event.LeadDisqualified;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDesk;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.LeadState;
import org.colonnade.crm.internal.assign.Assigning;
import org.colonnade.crm.internal.assign.Colleagues;
import org.colonnade.crm.internal.domain.lead.LeadChange;
import org.colonnade.crm.internal.domain.lead.LeadCheck;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;

/** What leads need beyond their upkeep: an owner, a score, and that the others hear of it. */
final class LeadRules implements RecordRules<Lead, LeadDraft> {

    private final Scoring scoring;
    private final Assigning assigning;
    private final Colleagues colleagues;

    LeadRules(Scoring scoring, Assigning assigning, Colleagues colleagues) {
        this.scoring = scoring;
        this.assigning = assigning;
        this.colleagues = colleagues;
    }

    @Override
    public LeadDraft complete(LeadDraft draft) {
        return LeadCheck.complete(draft);
    }

    @Override
    public void check(Fields faults, LeadDraft draft, Lead before) {
        LeadCheck.look(faults, draft);
        boolean sameOwner = before != null && Objects.equals(before.owner(), draft.owner());
        if (draft.owner() != null && !sameOwner && !colleagues.known(draft.owner())) {
            faults.wrong("owner", "is no user");
        }
    }

    @Override
    public Lead decide(Turn<Lead> turn, Work work) throws SQLException {
        Lead wanted = turn.after().value();
        return turn.before() == null
                ? fresh(turn, wanted, work)
                : changed(wanted, turn.before().value(), work);
    }

    @Override
    public Lead settle(Turn<Lead> turn, Work work) throws SQLException {
        return scoring.settle(work, turn);
    }

    private Lead fresh(Turn<Lead> turn, Lead wanted, Work work) throws SQLException {
        Lead lead = LeadChange.of(wanted).receivedAt(work.now()).make();
        if (lead.owner() != null) {
            return LeadChange.of(lead)
                    .assigned(lead.owner(), lead.team(), null, work.now())
                    .make();
        }
        // rules may ask for the score, which is settled once the owner is known
        return kept(assigning.created(work, turn, scoring.scored(work, turn, lead)), work);
    }

    /** A lead may wait in a queue, or for somebody who is free. */
    @Override
    public boolean owned() {
        return false;
    }

    /** Whoever sees a part of the leads only keeps a lead that nobody else got. */
    private static Lead kept(Lead lead, Work work) {
        Actor caller = Caller.current().actor();
        boolean lost = lead.owner() == null
                && caller.reach(LeadDesk.READ) != Reach.ALL
                && (lead.team() == null || !caller.standing().teams().containsValue(lead.team()))
                && !caller.standing().user().isEmpty();
        return lost
                ? LeadChange.of(lead)
                        .assigned(caller.standing().user(), lead.team(), lead.assignment(), work.now())
                        .make()
                : lead;
    }

    private static Lead changed(Lead wanted, Lead before, Work work) {
        if (before.state() == LeadState.CONVERTED && !wanted.equals(before)) {
            throw new Conflict(
                    "crm.lead.state", "A lead that is converted does not change any more; change its contact.");
        }
        if (!Objects.equals(before.owner(), wanted.owner())) {
            return LeadChange.of(wanted)
                    .assigned(wanted.owner(), wanted.team(), null, wanted.owner() == null ? null : work.now())
                    .reassignAt(null)
                    .make();
        }
        return wanted;
    }

    @Override
    public void stored(Work work, Kept<Lead> before, Kept<Lead> after) throws SQLException {
        Ref ref = LeadRecords.LEAD.ref(after.id());
        Lead was = before == null ? null : before.value();
        Lead is = after.value();
        if (was == null) {
            work.publish(new LeadCreated(ref, is.source(), is.campaign(), is.score()));
        }
        scoring.stored(work, before, after);
        if (is.assignment() != null && (was == null || !is.assignment().equals(was.assignment()))) {
            assigning.stored(work, after.id(), is.assignment());
        }
        if (is.owner() != null && (was == null || !is.owner().equals(was.owner()))) {
            work.publish(new LeadAssigned(ref, is.owner(), was == null ? null : was.owner()));
        }
        if (is.state() == LeadState.DISQUALIFIED && was != null && was.state() != LeadState.DISQUALIFIED) {
            work.publish(new LeadDisqualified(ref, is.reason()));
        }
    }
}
