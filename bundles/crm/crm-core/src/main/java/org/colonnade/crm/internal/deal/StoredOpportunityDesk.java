package org.colonnade.crm.internal.deal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongConsumer;
import org.colonnade.crm.api.deal.Closing;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.StageMove;
import org.colonnade.crm.api.deal.StageStep;
import org.colonnade.crm.internal.domain.deal.OpportunityRule;
import org.colonnade.crm.internal.domain.deal.OpportunityRule.Way;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities on their way, in crm's own tables. */
@Component(service = OpportunityDesk.class)
public class StoredOpportunityDesk implements OpportunityDesk {

    private static final String OF_LEAD = "select id from crm_opportunity where lead = ? order by id limit 1";

    private final Tx tx;
    private final RecordDesk<Opportunity, OpportunityDraft> desk;
    private final Ways ways;

    @Activate
    public StoredOpportunityDesk(@Reference(target = "(module=crm)") Tx tx, @Reference Deals deals) {
        this.tx = tx;
        this.desk = deals.opportunities();
        this.ways = deals.ways();
    }

    /** What becomes of an opportunity. */
    @FunctionalInterface
    private interface Decision {
        Opportunity of(Work work, Opportunity present) throws SQLException;
    }

    @Override
    public Kept<Opportunity> get(Actor actor, String id) {
        return desk.read(actor, id);
    }

    @Override
    public Kept<Opportunity> create(Actor actor, OpportunityDraft draft) {
        return desk.create(actor, draft);
    }

    @Override
    public Kept<Opportunity> ofLead(Actor actor, Ref lead, OpportunityDraft draft) {
        actor.require(CHANGE);
        return tx.write(work -> {
            List<String> there = Sql.query(
                    work.unwrap(Connection.class), OF_LEAD, row -> Tsid.text(row.getLong(1)), lead.toString());
            return there.isEmpty()
                    ? desk.create(actor, draft.from(lead))
                    : desk.find(work, there).get(0);
        });
    }

    @Override
    public Kept<Opportunity> move(Actor actor, String id, LongConsumer expected, StageMove move) {
        if (move.stage() == null) {
            throw new Rejected("crm.opportunity.invalid", "One field is not right.").field("stage", "is required");
        }
        return decided(actor, id, expected, "moved", (work, present) -> {
            Ref pipeline = move.pipeline() == null ? present.pipeline() : move.pipeline();
            Way way = pipeline.equals(present.pipeline()) ? ways.of(work, pipeline) : ways.open(work, pipeline);
            return OpportunityRule.moved(
                    present, way, move.stage(), OpportunityRules.later(work.now(), present.stageSince()));
        });
    }

    @Override
    public Kept<Opportunity> win(Actor actor, String id, LongConsumer expected, Closing closing) {
        return decided(
                actor, id, expected, "won", (work, present) -> OpportunityRule.won(present, closing, today(work)));
    }

    @Override
    public Kept<Opportunity> lose(Actor actor, String id, LongConsumer expected, Closing closing) {
        return decided(
                actor,
                id,
                expected,
                "lost",
                (work, present) -> OpportunityRule.lost(
                        present, ways.of(work, present.pipeline()).pipeline(), closing, today(work)));
    }

    @Override
    public Kept<Opportunity> reopen(Actor actor, String id, LongConsumer expected, StageMove move) {
        return decided(actor, id, expected, "reopened", (work, present) -> {
            Ref pipeline = move == null || move.pipeline() == null ? present.pipeline() : move.pipeline();
            return OpportunityRule.reopened(
                    present,
                    ways.open(work, pipeline),
                    move == null ? null : move.stage(),
                    OpportunityRules.later(work.now(), present.stageSince()));
        });
    }

    @Override
    public List<StageStep> steps(Actor actor, String id) {
        actor.require(READ);
        return tx.read(work -> Steps.of(work, desk.read(actor, id).id()));
    }

    private Kept<Opportunity> decided(Actor actor, String id, LongConsumer expected, String action, Decision decision) {
        actor.require(CHANGE);
        return tx.write(work -> {
            Kept<Opportunity> present = desk.locked(work, actor, id);
            expected.accept(present.version());
            if (present.archived()) {
                throw new Conflict(
                        "crm.opportunity.archived", "The opportunity is archived; restore it before you change it.");
            }
            return desk.put(work, present, decision.of(work, present.value()), action);
        });
    }

    private static LocalDate today(Work work) {
        return LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
    }
}
