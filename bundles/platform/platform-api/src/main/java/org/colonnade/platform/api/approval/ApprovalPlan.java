package org.colonnade.platform.api.approval;

import java.util.List;

/**
 * An approval as the function that needs it would have it.
 *
 * @param kind what functions call it by, {@code <function>.<what>}: {@code finance.payment-run}
 * @param name what people call it
 * @param steps who approves, whatever the amount, until people make rules of their own
 * @param days for how many days a request stays open, 1 to 366
 */
public record ApprovalPlan(String kind, String name, List<ApprovalStep> steps, int days) {

    public ApprovalPlan {
        steps = List.copyOf(steps);
    }
}
