package org.colonnade.platform.approvals.internal.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalStep;

/** How small values lie in text columns. */
final class Texts {

    private Texts() {}

    /** References hold no white space. */
    static String refs(Collection<Ref> refs) {
        return refs.stream().map(Ref::toString).sorted().collect(Collectors.joining(" "));
    }

    static Set<Ref> refs(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(Ref::parse).collect(Collectors.toUnmodifiableSet());
    }

    static String steps(List<ApprovalStep> steps) {
        return steps.stream()
                .map(step -> step.permission() + '*' + step.approvals())
                .collect(Collectors.joining(" "));
    }

    static List<ApprovalStep> steps(String text) {
        return Arrays.stream(text.split(" "))
                .map(step -> step.split("\\*"))
                .map(step -> new ApprovalStep(step[0], Integer.parseInt(step[1])))
                .toList();
    }

    static String money(Money money) {
        return money == null ? null : money.toString();
    }

    static Money money(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ");
        return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
    }
}
