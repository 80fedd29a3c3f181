package org.colonnade.platform.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in one currency. In JSON {@code {"amount": "12.30", "currency": "EUR"}}: the amount is decimal text, never a
 * floating-point number.
 *
 * @param amount the amount with its scale; {@code 12.3} and {@code 12.30} are the same money
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** @throws IllegalArgumentException if the amount is no number or the currency is not in ISO 4217 */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** Nothing, in the currency's own scale. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency).rounded(RoundingMode.UNNECESSARY);
    }

    /** @throws IllegalArgumentException if the currencies differ: converting is a decision with a rate and a date */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    /** Multiplies exactly; the scale grows, rounding is a separate, visible step. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** Rounds to the currency's minor unit (ISO 4217); currencies without one keep their scale. */
    public Money rounded(RoundingMode mode) {
        int digits = currency.getDefaultFractionDigits();
        return digits < 0 ? this : new Money(amount.setScale(digits, mode), currency);
    }

    /** −1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /** Equal money is equal whatever its scale. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && currency.equals(money.currency) && amount.compareTo(money.amount) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount.stripTrailingZeros(), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + ' ' + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
