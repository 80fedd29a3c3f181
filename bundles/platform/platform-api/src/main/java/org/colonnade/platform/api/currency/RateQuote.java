package org.colonnade.platform.api.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.problem.Rejected;

/**
 * What one unit of a currency is in another on a day, exactly, and by which kept rates. No step is rounded: the inverse of the inverse is
 * the same, and the way there and back is 1.
 *
 * @param from the currency of what there is
 * @param to the currency of what is wanted
 * @param type what it is for
 * @param on the day that was asked for
 * @param factor what one unit of the first is in the second
 * @param legs the steps, in their order; none where both currencies are the same
 */
public record RateQuote(String from, String to, RateType type, LocalDate on, Rational factor, List<RateLeg> legs) {

    public RateQuote {
        legs = List.copyOf(legs);
    }

    /** One after the other. */
    public static RateQuote along(RateType type, LocalDate on, String from, String to, List<RateLeg> legs) {
        Rational factor = legs.stream().map(RateLeg::factor).reduce(Rational.ONE, Rational::times);
        return new RateQuote(from, to, type, on, factor, legs);
    }

    /** The way back, by the same rates. */
    public RateQuote inverse() {
        List<RateLeg> back = new ArrayList<>();
        legs.forEach(leg -> back.add(leg.back()));
        Collections.reverse(back);
        return new RateQuote(to, from, type.reversed(), on, factor.inverse(), back);
    }

    /**
     * Converts an amount and rounds once, to the minor unit of the other currency.
     *
     * @throws IllegalArgumentException if the amount is in another currency than {@link #from}
     * @throws Rejected {@code measures.currency.no-minor-unit}, {@code measures.currency.not-kept}
     */
    public Conversion convert(Money given, RoundingMode mode) {
        Currency target = money(to);
        Rational exact = exact(given);
        BigDecimal amount = exact.rounded(digits(target), mode);
        return new Conversion(given, exact, new Money(amount, target), exact.minus(Rational.of(amount)));
    }

    /**
     * Converts the parts of a whole: the whole is converted and rounded once, and the rounded parts add up to it. What is left over goes,
     * one minor unit each, to the parts that would lose most; of equal ones to the first.
     *
     * @throws Rejected as {@link #convert}
     */
    public List<Conversion> convertParts(List<Money> parts, RoundingMode mode) {
        Currency target = money(to);
        int digits = digits(target);
        List<Rational> exact = parts.stream().map(this::exact).toList();
        Rational whole = exact.stream().reduce(Rational.ZERO, Rational::plus);
        List<BigDecimal> amounts = Shares.of(exact, whole.rounded(digits, mode), digits);
        List<Conversion> conversions = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal amount = amounts.get(i);
            Rational rest = exact.get(i).minus(Rational.of(amount));
            conversions.add(new Conversion(parts.get(i), exact.get(i), new Money(amount, target), rest));
        }
        return conversions;
    }

    private Rational exact(Money given) {
        if (!given.currency().getCurrencyCode().equals(from)) {
            throw new IllegalArgumentException("This is a rate of " + from + ", not of " + given.currency());
        }
        return Rational.of(given.amount()).times(factor);
    }

    private static Currency money(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new Rejected("measures.currency.not-kept", "Amounts in " + code + " cannot be kept here.");
        }
    }

    private static int digits(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0) {
            throw new Rejected(
                    "measures.currency.no-minor-unit",
                    currency + " has no minor unit to which an amount could be rounded.");
        }
        return digits;
    }
}
