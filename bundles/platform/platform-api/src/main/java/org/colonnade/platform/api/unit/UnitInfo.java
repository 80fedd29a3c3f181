package org.colonnade.platform.api.unit;

import java.util.Map;
import org.colonnade.platform.api.Rational;

/**
 * A unit of measure. A value in it, times the factor, plus the offset, is the value in the base unit of its kind.
 *
 * @param code of UN/ECE Recommendation 20, of Recommendation 21 behind an {@code X} for packages, or of the company's own
 * @param kind what it measures
 * @param factor greater than 0
 * @param offset 0 but for temperatures
 * @param symbol how it is written; empty where there is none
 * @param names what people call it, by language tag ({@code en}, {@code th})
 * @param own whether it is the company's own
 */
public record UnitInfo(
        String code,
        UnitKind kind,
        Rational factor,
        Rational offset,
        String symbol,
        Map<String, String> names,
        boolean own) {

    public UnitInfo {
        names = Map.copyOf(names);
    }

    /** Whether a quantity in this unit can be said in the other one. */
    public boolean comparable(UnitInfo other) {
        return code.equals(other.code) || kind == other.kind && kind.convertible();
    }

    /**
     * What a value in this unit is in the other one, exactly.
     *
     * @throws IllegalArgumentException if they are not {@linkplain #comparable comparable}
     */
    public Rational convert(Rational value, UnitInfo other) {
        return difference(value.plus(offset.dividedBy(factor)), other).minus(other.offset.dividedBy(other.factor));
    }

    /** The same for a difference of two values: 5 °C more are 9 °F more. */
    public Rational difference(Rational value, UnitInfo other) {
        if (!comparable(other)) {
            throw new IllegalArgumentException(code + " and " + other.code + " measure different things");
        }
        return value.times(factor).dividedBy(other.factor);
    }
}
