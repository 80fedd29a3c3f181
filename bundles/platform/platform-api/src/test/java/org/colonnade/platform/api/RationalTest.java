package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.Test;

/** Fractions are exact, whatever is done with them. */
public class RationalTest {

    private final Random random = new Random(20261201);

    @Test
    public void theFieldLawsHold() {
        for (int i = 0; i < 2_000; i++) {
            Rational a = any();
            Rational b = any();
            Rational c = any();
            assertEquals(a.plus(b), b.plus(a));
            assertEquals(a.times(b), b.times(a));
            assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
            assertEquals(a.times(b).times(c), a.times(b.times(c)));
            assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
            assertEquals(Rational.ZERO, a.minus(a));
            if (a.signum() != 0) {
                assertEquals(a, a.inverse().inverse());
                assertEquals(Rational.ONE, a.times(a.inverse()));
                assertEquals(b, b.dividedBy(a).times(a));
            }
            assertEquals(a, Rational.parse(a.toString()));
            assertEquals(a.minus(b).signum(), Integer.signum(a.compareTo(b)));
        }
    }

    @Test
    public void itIsAlwaysInItsLowestTerms() {
        Rational half = Rational.of(-3, -6);
        assertEquals(BigInteger.ONE, half.numerator());
        assertEquals(BigInteger.TWO, half.denominator());
        assertEquals("-1/2", Rational.of(3, -6).toString());
        assertEquals("-7", Rational.of(7, -1).toString());
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
        assertThrows(ArithmeticException.class, Rational.ZERO::inverse);
    }

    @Test
    public void roundingGoesOnceFromTheExactValue() {
        // 2/3 of a cent: two roundings would make 0.35 of 0.345 and then 0.4
        assertEquals(new BigDecimal("0.3"), Rational.parse("0.3449").rounded(1, RoundingMode.HALF_UP));
        assertEquals(new BigDecimal("0.67"), Rational.of(2, 3).rounded(2, RoundingMode.HALF_EVEN));
        assertThrows(ArithmeticException.class, () -> Rational.of(2, 3).rounded(2, RoundingMode.UNNECESSARY));
        assertEquals(BigInteger.valueOf(-2), Rational.of(-3, 2).floor());
        assertEquals(BigInteger.ONE, Rational.of(3, 2).floor());
        assertEquals(BigInteger.valueOf(-2), Rational.of(-2).floor());
    }

    @Test
    public void decimalsOfAnyScaleAreTakenAsTheyAre() {
        for (String text : new String[] {"0", "12.30", "-0.00000000000000000001", "1E+3", "1E-3"}) {
            BigDecimal decimal = new BigDecimal(text);
            assertEquals(0, decimal.compareTo(Rational.of(decimal).rounded(30, RoundingMode.UNNECESSARY)));
        }
    }

    @Test
    public void whatIsNoFractionIsRefused() {
        for (String text : new String[] {"", " ", "1/0", "1/-2", "1e9", "NaN", "0x1", "1/2/3", "1.", ".5", "+1", "๑"}) {
            assertThrows(text, IllegalArgumentException.class, () -> Rational.parse(text));
        }
        assertThrows(IllegalArgumentException.class, () -> Rational.parse(null));
        assertThrows(IllegalArgumentException.class, () -> Rational.parse("9".repeat(200)));
        assertTrue(Rational.parse("5/9").compareTo(Rational.parse("0.5555")) > 0);
    }

    private Rational any() {
        return new Rational(
                new BigInteger(1 + random.nextInt(120), random).multiply(BigInteger.valueOf(random.nextInt(3) - 1)),
                new BigInteger(1 + random.nextInt(120), random).add(BigInteger.ONE));
    }
}
