package org.colonnade.platform.approvals.internal.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.approval.ApprovalStep;

/** What a rule must look like, and which one holds. */
public final class RuleCheck {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");
    private static final Pattern PERMISSION = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,3}");
    private static final int MOST_STEPS = 9;
    private static final int MOST_DAYS = 366;

    private RuleCheck() {}

    /** Notes what is wrong. */
    public static void check(Fields faults, RuleDraft draft) {
        if (draft.kind() != null && !KIND.matcher(draft.kind()).matches()) {
            faults.wrong("kind", "reads like finance.payment-run");
        }
        if (draft.upTo() != null && draft.upTo().signum() <= 0) {
            faults.wrong("upTo", "is more than nothing");
        }
        if (draft.days() < 1 || draft.days() > MOST_DAYS) {
            faults.wrong("days", "is 1 to " + MOST_DAYS);
        }
        List<ApprovalStep> steps = draft.steps();
        if (steps == null || steps.isEmpty() || steps.size() > MOST_STEPS) {
            faults.wrong("steps", "are 1 to " + MOST_STEPS);
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            ApprovalStep step = steps.get(i);
            if (step == null
                    || step.permission() == null
                    || !PERMISSION.matcher(step.permission()).matches()) {
                faults.wrong("steps[" + i + "].permission", "is a permission");
            } else if (step.approvals() < 1 || step.approvals() > MOST_STEPS) {
                faults.wrong("steps[" + i + "].approvals", "are 1 to " + MOST_STEPS);
            }
        }
    }

    /** The rule with the smallest limit that reaches the amount; one without a limit last. */
    public static Optional<Rule> holding(List<Rule> rules, Money amount) {
        return rules.stream()
                .filter(rule -> rule.upTo() == null || amount != null && reaches(rule.upTo(), amount))
                .min(Comparator.comparing(Rule::upTo, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** Whether an amount, of money in or out, is of the limit's currency and not beyond it. */
    public static boolean reaches(Money limit, Money amount) {
        return limit.currency().equals(amount.currency())
                && limit.amount().compareTo(amount.amount().abs()) >= 0;
    }
}
