package org.colonnade.platform.measures.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.currency.RateQuery;
import org.colonnade.platform.api.currency.RateQuote;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.measures.internal.domain.Rate;
import org.colonnade.platform.measures.internal.domain.RateDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Rates are told, corrected by telling them again, and asked as they were known. */
public class RatesTest extends OnEachDatabase {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private Front front;

    @Before
    public void open() {
        front = new Front(database());
    }

    @Test
    public void whatWasKnownOnADayCanBeAskedForEver() throws InterruptedException {
        String first = front.rate("EUR", "THB", "2026-11-27", "37.5");
        Instant then = known(first);
        Thread.sleep(3);
        String corrected = front.rate("EUR", "THB", "2026-11-27", "38.5");
        Instant later = known(corrected);
        assertTrue(later.isAfter(then));
        assertEquals("77/2", ask(null).factor().toString());
        assertEquals("75/2", ask(then).factor().toString());
        assertEquals("77/2", ask(later).factor().toString());
        Thread.sleep(3);
        front.rates.desk().archive(Front.CLERK, corrected, version -> {});
        assertEquals(
                "what was put away counts no more", "75/2", ask(null).factor().toString());
        assertEquals("but did then", "77/2", ask(later).factor().toString());
        assertEquals(
                "measures.rate.none",
                assertThrows(Rejected.class, () -> ask(then.minusSeconds(60))).code());
    }

    @Test
    public void aRateIsNeverChanged() {
        String id = front.rate("EUR", "THB", "2026-11-27", "37.5");
        Problem refusal = assertThrows(Problem.class, () -> front.rates
                .desk()
                .change(Front.CLERK, id, v -> {}, draft -> Front.draft("EUR", "THB", "2026-11-27", "37.6")));
        assertEquals("measures.rate.final", refusal.code());
        // the same again is no change
        front.rates.desk().change(Front.CLERK, id, v -> {}, draft -> draft);
        assertEquals(1, kept(id).version());
        front.rates.desk().archive(Front.CLERK, id, v -> {});
        assertEquals(
                "measures.rate.final",
                assertThrows(Problem.class, () -> front.rates.desk().restore(Front.CLERK, id, v -> {}))
                        .code());
    }

    @Test
    public void decimalsAreKeptAsTheyWereTold() {
        String id = front.rate(" eur ", "thb", "2026-11-27", "0.00000000000000000001");
        assertEquals(new BigDecimal("0.00000000000000000001"), kept(id).value().rate());
        assertEquals("EUR", kept(id).value().base());
        String big = front.rate("EUR", "USD", "2026-11-27", "123456789012345678.50");
        assertEquals("123456789012345678.5", kept(big).value().rate().toPlainString());
        String whole = front.rate("EUR", "JPY", "2026-11-27", "100");
        assertEquals("100", kept(whole).value().rate().toPlainString());
        Kept<Rate> hundred = front.rates
                .desk()
                .create(
                        Front.CLERK,
                        new RateDraft("JPY", "THB", RateType.OFFICIAL, DAY, new BigDecimal("21.5"), 100L, null, null));
        assertEquals(Rational.parse("0.215"), hundred.value().factor());
    }

    @Test
    public void whatMakesNoRateIsRefused() {
        refused(List.of("base", "quote", "rate"), Front.draft("XYZ", "QQQ", "2026-11-27", "0"));
        refused(List.of("quote"), Front.draft("EUR", "EUR", "2026-11-27", "1"));
        refused(List.of("base"), Front.draft("DEM", "EUR", "2002-04-01", "0.5"));
        refused(List.of("rate"), Front.draft("EUR", "THB", "2026-11-27", "0.000000000000000000001"));
        refused(List.of("date"), Front.draft("EUR", "THB", "1899-12-31", "1"));
        refused(
                List.of("base", "date", "quote", "rate", "type"),
                new RateDraft(null, null, null, null, null, null, null, null));
        refused(List.of("per"), new RateDraft("EUR", "THB", RateType.MID, DAY, BigDecimal.ONE, 1_000_001L, null, null));
        front.rate("DEM", "EUR", "2002-03-31", "0.51129188");
        assertThrows(
                Forbidden.class,
                () -> front.rates.desk().create(Front.READER, Front.draft("EUR", "THB", "2026-11-27", "1")));
    }

    @Test
    public void theConfigurationSaysHowOldARateMayBeAndWhatThePivotIs() {
        front.rate("USD", "THB", "2026-11-20", "35");
        front.rate("USD", "JPY", "2026-11-20", "140");
        assertEquals("measures.rate.none", code("JPY", "THB"));
        front.settings.changed(Front.config("USD", 10, 62));
        assertEquals(
                Rational.of(1, 4),
                front.rates
                        .quote(RateQuery.of("JPY", "THB", RateType.OFFICIAL, DAY))
                        .factor());
        front.settings.changed(Front.config("USD", 9, 62));
        assertEquals("measures.rate.too-old", code("JPY", "THB"));
        front.settings.changed(Front.config("nonsense", -1, 99_999_999));
        assertEquals("measures.rate.none", code("JPY", "THB"));
        assertEquals(
                Rational.of(35),
                front.rates
                        .quote(RateQuery.of("USD", "THB", RateType.OFFICIAL, DAY))
                        .factor());
        assertEquals("measures.currency.unknown", code("XYZ", "THB"));
        assertEquals("measures.currency.unknown", code("THB", "thb"));
    }

    @Test
    public void theDoctorHearsWhenRatesEnd() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T12:00:00Z"));
        InstantSource source = now::get;
        RatesHealth health =
                new RatesHealth(database().tx("measures"), front.settings, source.withZone(ZoneOffset.UTC));
        assertEquals(HealthCheck.Level.WELL, health.check().level());
        String id = front.rate("EUR", "THB", "2026-11-20", "37.5");
        assertEquals(
                "it looked just now",
                "There are no exchange rates yet.",
                health.check().sentence());
        now.set(Instant.parse("2026-11-30T12:02:00Z"));
        assertEquals(
                "The newest exchange rate is of 2026-11-20.", health.check().sentence());
        now.set(Instant.parse("2026-12-01T12:02:00Z"));
        assertEquals(HealthCheck.Level.WARNING, health.check().level());
        assertTrue(health.check().sentence(), health.check().sentence().contains("2026-11-20"));
        front.settings.changed(Front.config("EUR", 11, 62));
        assertEquals(HealthCheck.Level.WELL, health.check().level());
        front.rates.desk().archive(Front.CLERK, id, version -> {});
        now.set(Instant.parse("2026-12-01T12:05:00Z"));
        assertEquals("There are no exchange rates yet.", health.check().sentence());
    }

    private String code(String from, String to) {
        return assertThrows(Rejected.class, () -> front.rates.quote(RateQuery.of(from, to, RateType.OFFICIAL, DAY)))
                .code();
    }

    private void refused(List<String> fields, RateDraft draft) {
        Rejected refusal = assertThrows(Rejected.class, () -> front.rates.desk().create(Front.CLERK, draft));
        assertEquals("measures.rate.invalid", refusal.code());
        assertEquals(
                fields,
                refusal.fields().stream()
                        .map(Rejected.Field::field)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private RateQuote ask(Instant asKnown) {
        return front.rates.quote(new RateQuery("EUR", "THB", RateType.OFFICIAL, DAY, asKnown, null, null));
    }

    private Kept<Rate> kept(String id) {
        return front.rates.desk().read(Front.CLERK, id);
    }

    private Instant known(String id) {
        return kept(id).createdAt();
    }
}
