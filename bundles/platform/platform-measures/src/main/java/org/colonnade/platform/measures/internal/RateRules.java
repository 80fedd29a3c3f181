package org.colonnade.platform.measures.internal;

import java.sql.SQLException;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.measures.internal.domain.Rate;
import org.colonnade.platform.measures.internal.domain.RateDraft;
import org.colonnade.platform.measures.internal.domain.RateRule;

/**
 * What was told of a rate stays as it was told, so that it can be asked what was known on a day: a correction is another rate of the same
 * day, a rate that never should have been told is put away for good.
 */
final class RateRules implements RecordRules<Rate, RateDraft> {

    private final RateRule rule;

    RateRules(RateRule rule) {
        this.rule = rule;
    }

    @Override
    public RateDraft complete(RateDraft draft) {
        return RateRule.complete(draft);
    }

    @Override
    public void check(Fields faults, RateDraft draft, Rate before) {
        rule.check(faults, draft);
    }

    @Override
    public Rate settle(Turn<Rate> turn, Work work) throws SQLException {
        if (turn.before() != null && !turn.before().value().equals(turn.after().value())) {
            throw new Conflict(
                    "measures.rate.final",
                    "A rate is not changed: tell another one of the same day, which counts from now on, or put this one away.");
        }
        return turn.after().value();
    }

    @Override
    public boolean apart() {
        return true;
    }

    @Override
    public boolean removable() {
        return false;
    }

    @Override
    public void stored(Work work, Kept<Rate> before, Kept<Rate> after) throws SQLException {
        if (before != null && before.archived() && !after.archived()) {
            throw new Conflict(
                    "measures.rate.final",
                    "A rate that was put away stays away: tell it again, and it counts from now on.");
        }
    }
}
