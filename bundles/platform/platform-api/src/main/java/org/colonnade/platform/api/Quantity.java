package org.colonnade.platform.api;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How much of something, exactly. In JSON {@code {"value": "2.5", "unit": "KGM"}}, the value as decimal text.
 *
 * @param value the number; {@code 2.5} and {@code 2.50} are the same quantity
 * @param unit the unit's code of UN/ECE Recommendation 20, such as {@code C62} (one), {@code KGM}, {@code HUR}
 */
public record Quantity(BigDecimal value, String unit) implements Comparable<Quantity> {

    public Quantity {
        Objects.requireNonNull(value, "value");
        if (unit == null || !unit.matches("[A-Z0-9]{2,3}")) {
            throw new IllegalArgumentException(
                    "A unit is a code of UN/ECE Recommendation 20, two or three letters or digits");
        }
    }

    /** @throws IllegalArgumentException if the value is no number or the unit no code */
    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    /** @throws IllegalArgumentException if the units differ */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(same(other).value), unit);
    }

    /** @throws IllegalArgumentException if the units differ */
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(same(other).value), unit);
    }

    /** @throws IllegalArgumentException if the units differ */
    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(same(other).value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && unit.equals(quantity.unit) && value.compareTo(quantity.value) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(value.stripTrailingZeros(), unit);
    }

    @Override
    public String toString() {
        return value.toPlainString() + ' ' + unit;
    }

    private Quantity same(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("Cannot combine " + unit + " with " + other.unit);
        }
        return other;
    }
}
