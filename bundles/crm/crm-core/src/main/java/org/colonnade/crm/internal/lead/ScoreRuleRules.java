package org.colonnade.crm.internal.lead;

import java.sql.SQLException;
import java.util.Set;
import org.colonnade.crm.api.lead.ScoreRule;
import org.colonnade.crm.api.lead.ScoreRuleDraft;
import org.colonnade.crm.internal.domain.lead.ConditionText;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;

/** What score rules need beyond their upkeep: a condition that can be asked, and every version kept. */
final class ScoreRuleRules implements RecordRules<ScoreRule, ScoreRuleDraft> {

    private static final int MOST_POINTS = 1_000;
    private static final int LONGEST_HALF_LIFE = 3_650;

    private final Conditions conditions;

    ScoreRuleRules(Conditions conditions) {
        this.conditions = conditions;
    }

    @Override
    public ScoreRuleDraft complete(ScoreRuleDraft draft) {
        return new ScoreRuleDraft(
                draft.name(),
                draft.condition(),
                draft.points(),
                draft.halfLifeDays(),
                draft.validFrom(),
                draft.validUntil(),
                draft.active() == null || draft.active());
    }

    @Override
    public void check(Fields faults, ScoreRuleDraft draft, ScoreRule before) {
        if (Math.abs((long) draft.points()) > MOST_POINTS) {
            faults.wrong("points", "lies between -" + MOST_POINTS + " and " + MOST_POINTS);
        }
        if (draft.halfLifeDays() != null && (draft.halfLifeDays() < 1 || draft.halfLifeDays() > LONGEST_HALF_LIFE)) {
            faults.wrong("halfLifeDays", "lies between 1 and " + LONGEST_HALF_LIFE);
        }
        if (draft.validFrom() != null && draft.validUntil() != null && !draft.validFrom().isBefore(draft.validUntil())) {
            faults.wrong("validUntil", "is after validFrom");
        }
        ConditionText.look(faults, draft.condition(), Set.of("score"));
        if (faults.faults().isEmpty()) {
            conditions.check(draft.condition());
        }
    }

    @Override
    public ScoreRule decide(ScoreRule wanted, ScoreRule before, Work work) {
        boolean asksTheSame = before != null && before.condition().equals(wanted.condition());
        return new ScoreRule(
                wanted.name(),
                wanted.condition(),
                wanted.points(),
                wanted.halfLifeDays(),
                wanted.validFrom(),
                wanted.validUntil(),
                wanted.active(),
                before == null ? 1 : before.edition() + (asksTheSame ? 0 : 1),
                asksTheSame ? before.editionSince() : work.now());
    }

    @Override
    public void stored(Work work, Kept<ScoreRule> before, Kept<ScoreRule> after) throws SQLException {
        ScoreTable.add(work, after);
    }
}
