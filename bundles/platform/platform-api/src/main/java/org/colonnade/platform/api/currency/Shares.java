package org.colonnade.platform.api.currency;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.colonnade.platform.api.Rational;

/** Rounds the parts of a whole so that they add up to it: the method of the largest remainder. */
final class Shares {

    private Shares() {}

    /**
     * The parts in minor units.
     *
     * @param exact what each would be exactly
     * @param whole their sum, rounded up or down to the digits
     * @param digits digits after the point
     */
    static List<BigDecimal> of(List<Rational> exact, BigDecimal whole, int digits) {
        Rational unit = Rational.of(BigDecimal.ONE.movePointLeft(digits));
        List<Rational> counted =
                exact.stream().map(part -> part.dividedBy(unit)).toList();
        List<BigInteger> parts =
                new ArrayList<>(counted.stream().map(Rational::floor).toList());
        BigInteger left = whole.setScale(digits)
                .unscaledValue()
                .subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        Comparator<Integer> most = Comparator.comparing(i -> counted.get(i).minus(whole(parts.get(i))));
        List<Integer> order =
                IntStream.range(0, parts.size()).boxed().sorted(most.reversed()).toList();
        for (int i = 0; i < left.intValueExact(); i++) {
            parts.set(order.get(i), parts.get(order.get(i)).add(BigInteger.ONE));
        }
        return parts.stream().map(part -> new BigDecimal(part, digits)).toList();
    }

    private static Rational whole(BigInteger number) {
        return new Rational(number, BigInteger.ONE);
    }
}
