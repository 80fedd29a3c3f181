package org.colonnade.platform.measures.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.currency.RateLeg;
import org.colonnade.platform.api.currency.RateQuery;
import org.colonnade.platform.api.currency.RateQuote;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

public class RatePathTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final List<KnownRate> kept = new ArrayList<>();
    private final RatePath<RuntimeException> path = new RatePath<>(this::last);

    @Test
    public void theLastRateOnOrBeforeTheDayCounts() {
        keep("EUR", "USD", RateType.MID, DAY.minusDays(3), "1.1");
        keep("EUR", "USD", RateType.MID, DAY.plusDays(1), "1.3");
        assertEquals(Rational.parse("1.1"), find("EUR", "USD").factor());
        keep("EUR", "USD", RateType.MID, DAY, "1.2");
        assertEquals(Rational.parse("1.2"), find("EUR", "USD").factor());
        keep("EUR", "USD", RateType.MID, DAY, "1.25");
        assertEquals(
                "the one told last of a day",
                Rational.parse("1.25"),
                find("EUR", "USD").factor());
    }

    @Test
    public void theInverseIsExact() {
        keep("EUR", "JPY", RateType.MID, DAY, "163");
        RateQuote quote = find("JPY", "EUR");
        assertEquals("1/163", quote.factor().toString());
        assertTrue(quote.legs().get(0).inverted());
        keep("JPY", "EUR", RateType.MID, DAY.minusDays(1), "0.0061");
        assertEquals("the later one", "1/163", find("JPY", "EUR").factor().toString());
        keep("JPY", "EUR", RateType.MID, DAY, "0.0062");
        assertEquals(
                "of the same day the kept one",
                "31/5000",
                find("JPY", "EUR").factor().toString());
    }

    @Test
    public void whoBuysOneCurrencySellsTheOther() {
        keep("USD", "THB", RateType.BUY, DAY, "34");
        keep("USD", "THB", RateType.SELL, DAY, "36");
        assertEquals(
                Rational.of(34), path.find(query("USD", "THB", RateType.BUY, 0)).factor());
        assertEquals(
                Rational.of(1, 36),
                path.find(query("THB", "USD", RateType.BUY, 0)).factor());
        assertEquals(
                Rational.of(1, 34),
                path.find(query("THB", "USD", RateType.SELL, 0)).factor());
        for (RateType type : RateType.values()) {
            assertEquals(type, type.reversed().reversed());
        }
    }

    @Test
    public void whereThereIsNoRateItGoesByThePivotAndEachStepIsNamed() {
        keep("EUR", "THB", RateType.MID, DAY.minusDays(1), "37.5");
        keep("EUR", "JPY", RateType.MID, DAY, "163");
        RateQuote quote = find("JPY", "THB");
        assertEquals(Rational.parse("37.5").dividedBy(Rational.of(163)), quote.factor());
        assertEquals(
                List.of("JPY", "EUR", "EUR", "THB"),
                quote.legs().stream()
                        .flatMap(leg -> List.of(leg.from(), leg.to()).stream())
                        .toList());
        assertEquals(
                List.of(DAY, DAY.minusDays(1)),
                quote.legs().stream().map(RateLeg::date).toList());
        assertEquals(Rational.ONE, find("THB", "THB").factor());
    }

    @Test
    public void aRateThatIsTooOldIsNoRate() {
        keep("USD", "THB", RateType.MID, DAY.minusDays(11), "35");
        assertEquals(
                Rational.of(35),
                path.find(query("USD", "THB", RateType.MID, 11)).factor());
        Rejected refusal = assertThrows(Rejected.class, () -> path.find(query("USD", "THB", RateType.MID, 10)));
        assertEquals("measures.rate.too-old", refusal.code());
        assertTrue(
                refusal.getMessage(),
                refusal.getMessage().contains(DAY.minusDays(11).toString()));
        keep("EUR", "THB", RateType.MID, DAY, "40");
        keep("EUR", "USD", RateType.MID, DAY, "1.25");
        assertEquals(
                "by the pivot instead",
                Rational.of(32),
                path.find(query("USD", "THB", RateType.MID, 10)).factor());
        keep("EUR", "CHF", RateType.MID, DAY.minusDays(20), "0.9");
        assertEquals(
                "measures.rate.too-old",
                assertThrows(Rejected.class, () -> path.find(query("CHF", "THB", RateType.MID, 10)))
                        .code());
        assertEquals(
                "measures.rate.none",
                assertThrows(Rejected.class, () -> find("THB", "SEK")).code());
        assertEquals(
                "measures.rate.none",
                assertThrows(Rejected.class, () -> path.find(query("EUR", "THB", RateType.CUSTOMS, 10)))
                        .code());
    }

    /** Whatever is kept: by the pivot it is the same in one step or in two, and there and back is 1. */
    @Test
    public void triangulationIsAssociativeAndItsInverseExact() {
        Random random = new Random(99);
        List<String> codes = List.of("USD", "THB", "JPY", "GBP", "KWD", "CLF", "CHF");
        for (int round = 0; round < 200; round++) {
            kept.clear();
            for (String code : codes) {
                String number = new BigDecimal(1 + random.nextInt(9_999_999))
                        .movePointLeft(random.nextInt(7))
                        .toPlainString();
                boolean straight = random.nextBoolean();
                keep(straight ? "EUR" : code, straight ? code : "EUR", RateType.MID, DAY, number);
            }
            String a = codes.get(random.nextInt(codes.size()));
            String b = codes.get(random.nextInt(codes.size()));
            String c = codes.get(random.nextInt(codes.size()));
            assertEquals(
                    find(a, c).factor(), find(a, b).factor().times(find(b, c).factor()));
            assertEquals(Rational.ONE, find(a, b).factor().times(find(b, a).factor()));
            assertEquals(find(b, a).factor(), find(a, b).inverse().factor());
        }
    }

    private RateQuote find(String from, String to) {
        return path.find(query(from, to, RateType.MID, 10));
    }

    private static RateQuery query(String from, String to, RateType type, int age) {
        return new RateQuery(from, to, type, DAY, null, age, "EUR");
    }

    private void keep(String base, String quote, RateType type, LocalDate date, String rate) {
        kept.add(new KnownRate(
                Integer.toString(kept.size()),
                new Rate(base, quote, type, date, new BigDecimal(rate), 1L, null, null),
                Instant.EPOCH.plusSeconds(kept.size())));
    }

    private KnownRate last(String base, String quote, RateType type, LocalDate on) {
        return kept.stream()
                .filter(one ->
                        one.rate().base().equals(base) && one.rate().quote().equals(quote))
                .filter(one -> one.rate().type() == type && !one.rate().date().isAfter(on))
                .max(Comparator.comparing((KnownRate one) -> one.rate().date()).thenComparing(KnownRate::knownAt))
                .orElse(null);
    }
}
