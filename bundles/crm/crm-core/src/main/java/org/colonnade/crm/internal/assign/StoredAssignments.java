package org.colonnade.crm.internal.assign;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.crm.api.lead.AssignmentDecision;
import org.colonnade.crm.api.lead.AssignmentService;
import org.colonnade.crm.api.lead.AssignmentWish;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.lead.LeadRecords;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives leads to people: when somebody asks, and when nobody has contacted them in time. */
@Component(service = {AssignmentService.class, StoredAssignments.class})
public class StoredAssignments implements AssignmentService {

    private static final String DUE =
            "select id from crm_lead where reassign_at <= ? and archived = false and state = 'NEW'"
                    + " order by reassign_at limit 1 for update skip locked";
    private static final String LATER = "update crm_lead set reassign_at = ? where id = ?";
    private static final int LONGEST_REASON = 500;

    private final Tx tx;
    private final LeadRecords records;
    private final Colleagues colleagues;

    @Activate
    public StoredAssignments(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference LeadRecords records,
            @Reference Colleagues colleagues) {
        this.tx = tx;
        this.records = records;
        this.colleagues = colleagues;
    }

    @Override
    public AssignmentDecision assign(Actor actor, String lead, AssignmentWish wish) {
        actor.require(ASSIGN);
        check(wish);
        return tx.write(work -> {
            Kept<Lead> found = open(work, actor, lead);
            reached(actor, wish);
            AssignmentDecision decision = decide(work, found, wish);
            records.put(work, found, records.assigning().taken(work, found, decision), "assigned");
            return decision;
        });
    }

    @Override
    public AssignmentDecision preview(Actor actor, String lead, AssignmentWish wish) {
        actor.require(ASSIGN);
        check(wish);
        return tx.write(work -> {
            AssignmentDecision decision = decide(work, open(work, actor, lead), wish);
            work.rollbackOnly();
            return new AssignmentDecision(
                    null,
                    lead,
                    decision.at(),
                    decision.cause(),
                    decision.owner(),
                    decision.before(),
                    decision.queue(),
                    decision.rule(),
                    decision.reassignAt(),
                    decision.reason(),
                    decision.rules());
        });
    }

    @Override
    public AssignmentDecision explain(Actor actor, String lead) {
        actor.require(records.leads().kind().readPermission());
        return tx.read(work -> {
            records.leads().read(actor, lead);
            AssignmentDecision last = Decisions.last(work, lead);
            if (last == null) {
                throw new NotFound("crm.assignment.not-found", "Nobody has decided yet who looks after this lead.");
            }
            return last;
        });
    }

    private void check(AssignmentWish wish) {
        Fields faults = new Fields();
        faults.optional("owner", wish.owner(), 64).optional("reason", wish.reason(), LONGEST_REASON);
        if (faults.faults().isEmpty() && !Texts.blank(wish.owner()) && !colleagues.known(wish.owner())) {
            faults.wrong("owner", "is no user");
        }
        faults.orReject("crm.lead.invalid");
    }

    /** Whoever sees a part of the leads names nobody but themselves; the rules may name anybody. */
    private void reached(Actor actor, AssignmentWish wish) {
        boolean self = wish.owner() != null
                && wish.owner().equalsIgnoreCase(actor.standing().user());
        if (!Texts.blank(wish.owner()) && !self && !records.leads().seesAll(actor)) {
            throw new Rejected(
                            "platform.scope.beyond",
                            "You can only give a record to whom and to which teams you reach yourself.")
                    .field("owner", "is beyond you");
        }
    }

    private Kept<Lead> open(Work work, Actor actor, String id) throws SQLException {
        Kept<Lead> lead = records.leads().locked(work, id);
        if (!records.leads().visible(actor, lead)) {
            throw NotFound.of("crm", "lead", id);
        }
        if (lead.archived()) {
            throw new Conflict("crm.lead.archived", "The lead is archived; restore it before you change it.");
        }
        if (!lead.value().state().open()) {
            throw new Conflict("crm.lead.state", "A lead that is converted or disqualified is not assigned any more.");
        }
        return lead;
    }

    private AssignmentDecision decide(Work work, Kept<Lead> lead, AssignmentWish wish) throws SQLException {
        if (Texts.blank(wish.owner())) {
            AssignmentDecision decision = records.assigning().decide(work, lead, "asked");
            return wish.reason() == null ? decision : because(decision, wish.reason());
        }
        return new AssignmentDecision(
                Tsid.text(work.newId()),
                lead.id(),
                work.now(),
                "named",
                wish.owner(),
                lead.value().owner(),
                null,
                null,
                null,
                wish.reason(),
                List.of());
    }

    private static AssignmentDecision because(AssignmentDecision one, String reason) {
        return new AssignmentDecision(
                one.id(),
                one.lead(),
                one.at(),
                one.cause(),
                one.owner(),
                one.before(),
                one.queue(),
                one.rule(),
                one.reassignAt(),
                reason,
                one.rules());
    }

    /** Decides again about one lead whose time is out. @return whether there may be more */
    public boolean again() {
        return tx.write(work -> {
            List<Long> due = Sql.query(
                    work.unwrap(Connection.class),
                    DUE,
                    row -> row.getLong(1),
                    work.now().atOffset(ZoneOffset.UTC));
            if (due.isEmpty()) {
                return false;
            }
            Kept<Lead> lead = records.leads().locked(work, Tsid.text(due.get(0)));
            String cause = lead.value().owner() == null ? "tried-again" : Assigning.TIMED_OUT;
            AssignmentDecision decision = records.assigning().decide(work, lead, cause);
            boolean asBefore = decision.queue() == null
                    && (decision.owner() == null
                            || decision.owner().equals(lead.value().owner()));
            if (asBefore) {
                // nothing that anybody must hear of: the lead's version stays
                Sql.update(
                        work.unwrap(Connection.class),
                        LATER,
                        decision.reassignAt() == null
                                ? null
                                : decision.reassignAt().atOffset(ZoneOffset.UTC),
                        due.get(0));
            } else {
                String action = cause.equals(Assigning.TIMED_OUT) ? "reassigned" : "assigned";
                records.put(work, lead, records.assigning().taken(work, lead, decision), action);
            }
            return true;
        });
    }
}
