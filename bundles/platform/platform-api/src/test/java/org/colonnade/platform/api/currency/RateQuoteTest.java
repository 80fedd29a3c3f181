package org.colonnade.platform.api.currency;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

/** Converting loses nothing: whatever rounding takes away is told, and parts add up to their whole. */
public class RateQuoteTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final Random random = new Random(42);

    @Test
    public void partsAddUpToTheWholeThatIsRoundedOnce() {
        for (int i = 0; i < 2_000; i++) {
            RateQuote quote = quote("EUR", List.of("JPY", "USD", "KWD", "THB").get(random.nextInt(4)));
            RoundingMode mode = RoundingMode.values()[random.nextInt(7)];
            List<Money> parts = new ArrayList<>();
            for (int n = 1 + random.nextInt(12); n > 0; n--) {
                parts.add(new Money(new BigDecimal(random.nextInt(2_000_001) - 1_000_000).movePointLeft(2), eur()));
            }
            Money whole = parts.stream().reduce(Money::plus).orElseThrow();
            List<Conversion> converted = quote.convertParts(parts, mode);
            Money sum = converted.stream()
                    .map(Conversion::amount)
                    .reduce(Money::plus)
                    .orElseThrow();
            assertEquals(quote.convert(whole, mode).amount(), sum);
            Rational unit =
                    Rational.of(BigDecimal.ONE.movePointLeft(sum.amount().scale()));
            for (Conversion one : converted) {
                assertEquals(one.exact(), Rational.of(one.amount().amount()).plus(one.remainder()));
                assertTrue(one.toString(), one.remainder().compareTo(unit) < 0);
                assertTrue(one.toString(), one.remainder().compareTo(unit.negated()) >= 0);
            }
        }
    }

    @Test
    public void theWayThereAndBackIsOne() {
        for (int i = 0; i < 500; i++) {
            RateQuote quote = quote("EUR", "THB");
            assertEquals(Rational.ONE, quote.factor().times(quote.inverse().factor()));
            assertEquals(quote, quote.inverse().inverse());
        }
    }

    @Test
    public void theRoundingIsThatOfTheCurrencyAndItsRemainderIsTold() {
        RateQuote yen = RateQuote.along(RateType.MID, DAY, "EUR", "JPY", List.of(leg("EUR", "JPY", "163.455", 1)));
        Conversion one = yen.convert(Money.of("10", "EUR"), RoundingMode.HALF_EVEN);
        assertEquals("1635 JPY", one.amount().toString());
        assertEquals("-9/20", one.remainder().toString());
        RateQuote dinar = RateQuote.along(RateType.MID, DAY, "EUR", "KWD", List.of(leg("EUR", "KWD", "0.33333", 1)));
        assertEquals(
                "3.333 KWD",
                dinar.convert(Money.of("10", "EUR"), RoundingMode.DOWN).amount().toString());
        RateQuote fund = RateQuote.along(RateType.MID, DAY, "EUR", "CLF", List.of(leg("EUR", "CLF", "0.02712", 1)));
        assertEquals(
                "0.2712 CLF",
                fund.convert(Money.of("10", "EUR"), RoundingMode.UNNECESSARY)
                        .amount()
                        .toString());
    }

    @Test
    public void whatCannotBeKeptIsRefused() {
        RateQuote gold = RateQuote.along(RateType.MID, DAY, "EUR", "XAU", List.of(leg("EUR", "XAU", "0.0003", 1)));
        assertEquals(
                "measures.currency.no-minor-unit",
                assertThrows(Rejected.class, () -> gold.convert(Money.of("1", "EUR"), RoundingMode.UP))
                        .code());
        RateQuote unknown = RateQuote.along(RateType.MID, DAY, "EUR", "UYW", List.of(leg("EUR", "UYW", "0.5", 1)));
        assertEquals(
                "measures.currency.not-kept",
                assertThrows(Rejected.class, () -> unknown.convert(Money.of("1", "EUR"), RoundingMode.UP))
                        .code());
        assertThrows(
                IllegalArgumentException.class, () -> gold.inverse().convert(Money.of("1", "EUR"), RoundingMode.UP));
    }

    private RateQuote quote(String from, String to) {
        return RateQuote.along(
                RateType.BUY,
                DAY,
                from,
                to,
                List.of(leg(from, "XDR", number(), 1 + random.nextInt(100)), leg("XDR", to, number(), 1)));
    }

    private String number() {
        return new BigDecimal(1 + random.nextInt(1_000_000))
                .movePointLeft(random.nextInt(7))
                .toPlainString();
    }

    private static RateLeg leg(String from, String to, String rate, long per) {
        BigDecimal number = new BigDecimal(rate);
        return new RateLeg(
                from,
                to,
                Rational.of(number).dividedBy(Rational.of(per)),
                Ref.of("measures", "rate", 1),
                RateType.MID,
                DAY,
                number,
                per,
                false,
                null,
                Instant.EPOCH);
    }

    private static java.util.Currency eur() {
        return java.util.Currency.getInstance("EUR");
    }
}
