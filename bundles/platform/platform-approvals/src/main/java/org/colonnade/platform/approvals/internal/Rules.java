package org.colonnade.platform.approvals.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.approval.ApprovalPlan;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Rule;
import org.colonnade.platform.approvals.internal.domain.RuleCheck;
import org.colonnade.platform.approvals.internal.domain.RuleDraft;
import org.colonnade.platform.approvals.internal.store.RuleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who approves what up to which amount. */
@Component(service = Rules.class)
public final class Rules {

    static final RecordKind<Rule, RuleDraft> KIND = RecordKind.of(Rule.class, RuleDraft.class);

    private final Tx tx;
    private final RecordDesk<Rule, RuleDraft> desk;

    @Activate
    public Rules(@Reference RecordKit kit, @Reference(target = "(module=approvals)") Tx tx) {
        this.tx = tx;
        desk = kit.desk(
                KIND.with(new RecordRules<>() {
                    @Override
                    public void check(Fields faults, RuleDraft draft, Rule before) {
                        RuleCheck.check(faults, draft);
                    }

                    @Override
                    public boolean apart() {
                        return true;
                    }
                }),
                tx);
    }

    /** The upkeep. */
    public RecordDesk<Rule, RuleDraft> desk() {
        return desk;
    }

    void declare(ApprovalPlan plan) {
        if (tx.read(work -> RuleRows.any(work, plan.kind()))) {
            return;
        }
        desk.create(
                Actor.system("approvals"), new RuleDraft(plan.kind(), plan.name(), null, plan.steps(), plan.days()));
    }

    /** The rule that holds for the amount. */
    Optional<Rule> holding(Work work, String kind, Money amount) throws SQLException {
        List<Rule> rules = desk.find(work, RuleRows.of(work, kind)).stream()
                .map(Kept::value)
                .toList();
        return RuleCheck.holding(rules, amount);
    }
}
