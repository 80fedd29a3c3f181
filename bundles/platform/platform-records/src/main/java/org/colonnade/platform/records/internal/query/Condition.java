package org.colonnade.platform.records.internal.query;

import java.util.Collection;
import java.util.List;

/** What a filter says, without regard to how records are kept. */
public sealed interface Condition {

    /** Whether it holds for a record. */
    boolean test(Facts record);

    /** What a record says. */
    interface Facts {

        /** Its values of a target, in the target's own type: none, one, or several where they lie elsewhere. */
        Collection<?> of(Target target);

        /** How the store orders two texts. */
        int compare(String one, String other);
    }

    /** All of them hold. */
    record All(List<Condition> parts) implements Condition {

        @Override
        public boolean test(Facts record) {
            return parts.stream().allMatch(part -> part.test(record));
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> parts) implements Condition {

        @Override
        public boolean test(Facts record) {
            return parts.stream().anyMatch(part -> part.test(record));
        }
    }

    /** How two values are compared. */
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("<>"),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        LESS_OR_EQUAL("<=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As SQL writes it. */
        public String sign() {
            return sign;
        }

        private boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
            };
        }
    }

    /** A value, one of several, stands so to another; none at all is equal to nothing, and not equal to everything. */
    record Compare(Target target, Operator operator, Object value) implements Condition {

        @Override
        public boolean test(Facts record) {
            if (operator == Operator.NOT_EQUAL) {
                return record.of(target).stream().noneMatch(own -> compare(own, value) == 0);
            }
            return record.of(target).stream().anyMatch(own -> operator.holds(order(own, record)));
        }

        private int order(Object own, Facts record) {
            boolean texts = own instanceof String && operator != Operator.EQUAL;
            return texts ? record.compare((String) own, (String) value) : compare(own, value);
        }

        @SuppressWarnings("unchecked")
        private static int compare(Object own, Object value) {
            return ((Comparable<Object>) own).compareTo(value);
        }
    }

    /** A value is one of several. */
    record OneOf(Target target, List<String> values) implements Condition {

        @Override
        public boolean test(Facts record) {
            return record.of(target).stream().anyMatch(own -> values.contains(own.toString()));
        }
    }

    /** A text looks so, or does not: {@code *} stands for any characters. */
    record Like(Target target, boolean wanted, Wildcard pattern) implements Condition {

        @Override
        public boolean test(Facts record) {
            return record.of(target).stream().anyMatch(own -> pattern.matches(own.toString())) == wanted;
        }
    }

    /** There is a value, or none. */
    record Present(Target target, boolean wanted) implements Condition {

        @Override
        public boolean test(Facts record) {
            return record.of(target).isEmpty() != wanted;
        }
    }
}
