package org.colonnade.platform.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact fraction, always in its lowest terms. What is reckoned with it loses nothing: {@code 1/3} times 3 is 1. Rounding is a separate,
 * visible step at the end.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 * @since 1.3
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    /** Nothing. */
    public static final Rational ZERO = of(0);
    /** One. */
    public static final Rational ONE = of(1);

    /** Reduces the fraction. @throws ArithmeticException if the denominator is 0 */
    public Rational {
        Objects.requireNonNull(numerator, "numerator");
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction has no denominator 0");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** A whole number. */
    public static Rational of(long whole) {
        return of(whole, 1);
    }

    /** A fraction. @throws ArithmeticException if the denominator is 0 */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A decimal number, exactly. Its exponent must be bounded by who lets it in. */
    public static Rational of(BigDecimal decimal) {
        BigInteger digits = decimal.unscaledValue();
        return decimal.scale() > 0
                ? new Rational(digits, BigInteger.TEN.pow(decimal.scale()))
                : new Rational(digits.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE);
    }

    /**
     * Reads {@code 7}, {@code -0.25} or {@code 5/9}, at most 100 digits, 40 of them after a point, on each side of a stroke.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Rational parse(String text) {
        if (text == null || !text.matches("-?\\d{1,60}(\\.\\d{1,40})?|-?\\d{1,100}/\\d{1,100}")) {
            throw new IllegalArgumentException("A fraction reads 7, 0.25 or 5/9");
        }
        int stroke = text.indexOf('/');
        if (stroke < 0) {
            return of(new BigDecimal(text));
        }
        BigInteger denominator = new BigInteger(text.substring(stroke + 1));
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("A fraction has no denominator 0");
        }
        return new Rational(new BigInteger(text.substring(0, stroke)), denominator);
    }

    /** The sum. */
    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference. */
    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    /** The product. */
    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The quotient. @throws ArithmeticException if the other one is 0 */
    public Rational dividedBy(Rational other) {
        return times(other.inverse());
    }

    /** One divided by this. @throws ArithmeticException if this is 0 */
    public Rational inverse() {
        return new Rational(denominator, numerator);
    }

    /** The same with the other sign. */
    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    /** −1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    /** The largest whole number that is not larger. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /**
     * As a decimal number, rounded once from the exact value.
     *
     * @param scale digits after the point
     * @throws ArithmeticException if it has to be rounded and the mode is {@code UNNECESSARY}
     */
    public BigDecimal rounded(int scale, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 5/9}; a whole number without a stroke. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
