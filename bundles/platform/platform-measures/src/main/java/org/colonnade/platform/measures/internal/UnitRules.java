package org.colonnade.platform.measures.internal;

import java.sql.SQLException;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.measures.internal.domain.OwnUnit;
import org.colonnade.platform.measures.internal.domain.OwnUnitDraft;
import org.colonnade.platform.measures.internal.domain.OwnUnitRule;
import org.colonnade.platform.measures.internal.store.UnitRows;

/** A code is given once, also where the unit was put away: quantities may still name it. */
final class UnitRules implements RecordRules<OwnUnit, OwnUnitDraft> {

    private final OwnUnitRule rule;

    UnitRules(OwnUnitRule rule) {
        this.rule = rule;
    }

    @Override
    public OwnUnitDraft complete(OwnUnitDraft draft) {
        return OwnUnitRule.complete(draft);
    }

    @Override
    public void check(Fields faults, OwnUnitDraft draft, OwnUnit before) {
        rule.check(faults, draft, before);
    }

    @Override
    public OwnUnit decide(OwnUnit wanted, OwnUnit before, Work work) throws SQLException {
        if (before == null) {
            UnitRows.door(work);
            if (UnitRows.find(work, wanted.code()) != null) {
                throw new Conflict("measures.unit.taken", "There is a unit of this code already, perhaps put away.");
            }
        }
        return wanted;
    }

    @Override
    public boolean removable() {
        return false;
    }
}
