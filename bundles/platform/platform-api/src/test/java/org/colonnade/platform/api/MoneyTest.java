package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.Test;

public class MoneyTest {

    @Test
    public void equalMoneyIsEqualWhateverItsScale() {
        assertEquals(Money.of("12.3", "EUR"), Money.of("12.300", "EUR"));
        assertEquals(
                Money.of("12.3", "EUR").hashCode(), Money.of("12.300", "EUR").hashCode());
        assertEquals(
                Quantity.of("1", "KGM").hashCode(), Quantity.of("1.0", "KGM").hashCode());
    }

    @Test
    public void currenciesAndUnitsNeverMix() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("1", "EUR").plus(Money.of("1", "THB")));
        assertThrows(
                IllegalArgumentException.class, () -> Quantity.of("1", "KGM").minus(Quantity.of("1", "C62")));
        assertThrows(IllegalArgumentException.class, () -> Quantity.of("1", "kilo"));
    }

    @Test
    public void roundingFollowsTheCurrency() {
        assertEquals(
                "13 JPY", Money.of("12.5", "JPY").rounded(RoundingMode.HALF_UP).toString());
        assertEquals(
                "-0.13 EUR",
                Money.of("-0.125", "EUR").rounded(RoundingMode.HALF_UP).toString());
        assertEquals(
                "0.125 KWD",
                Money.of("0.125", "KWD").rounded(RoundingMode.HALF_UP).toString());
    }

    @Test
    public void sumsAreExact() {
        Money sum = Money.zero(Money.of("0", "EUR").currency());
        for (int i = 0; i < 1000; i++) {
            sum = sum.plus(Money.of("0.10", "EUR"));
        }
        assertEquals(Money.of("100", "EUR"), sum);
        assertEquals(Money.of("33", "EUR"), sum.times(new BigDecimal("0.33")));
        assertEquals(0, sum.minus(sum).signum());
    }
}
