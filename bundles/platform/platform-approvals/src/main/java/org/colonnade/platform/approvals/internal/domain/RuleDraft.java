package org.colonnade.platform.approvals.internal.domain;

import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.approval.ApprovalStep;

/**
 * What a caller says of a rule.
 *
 * @param kind what functions call the approval by
 * @param name what people call the rule
 * @param upTo the largest amount that it holds for; null where it holds for every amount and for requests without one
 * @param steps who approves, in order
 * @param days for how many days a request stays open; 30 where it is missing
 */
public record RuleDraft(String kind, String name, Money upTo, List<ApprovalStep> steps, Integer days) {

    public RuleDraft {
        days = days == null ? 30 : days;
    }
}
