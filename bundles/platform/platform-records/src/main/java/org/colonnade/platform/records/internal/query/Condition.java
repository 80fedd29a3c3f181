package org.colonnade.platform.records.internal.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What a filter says, without regard to how records are kept. */
public sealed interface Condition {

    /** Whether it holds for a record. @param values gives the record's value of a target, in the target's own type, or null */
    boolean test(Function<Target, Object> values);

    /** All of them hold. */
    record All(List<Condition> parts) implements Condition {

        @Override
        public boolean test(Function<Target, Object> values) {
            return parts.stream().allMatch(part -> part.test(values));
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> parts) implements Condition {

        @Override
        public boolean test(Function<Target, Object> values) {
            return parts.stream().anyMatch(part -> part.test(values));
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

    /** A value stands so to another; none at all is equal to nothing, and not equal to everything. */
    record Compare(Target target, Operator operator, Object value) implements Condition {

        @Override
        @SuppressWarnings("unchecked")
        public boolean test(Function<Target, Object> values) {
            Object own = values.apply(target);
            return own == null
                    ? operator == Operator.NOT_EQUAL
                    : operator.holds(((Comparable<Object>) own).compareTo(value));
        }
    }

    /** A value is one of several. */
    record OneOf(Target target, List<String> values) implements Condition {

        @Override
        public boolean test(Function<Target, Object> given) {
            Object own = given.apply(target);
            return own != null && values.contains(own.toString());
        }
    }

    /** A text looks so, or does not: {@code *} stands for any characters. */
    record Like(Target target, boolean wanted, Wildcard pattern) implements Condition {

        @Override
        public boolean test(Function<Target, Object> values) {
            Object own = values.apply(target);
            return (own != null && pattern.matches(own.toString())) == wanted;
        }
    }

    /** There is a value, or none. */
    record Present(Target target, boolean wanted) implements Condition {

        @Override
        public boolean test(Function<Target, Object> values) {
            return Objects.nonNull(values.apply(target)) == wanted;
        }
    }
}
