package org.colonnade.platform.measures.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.measures.internal.demo.DemoMeasures;
import org.colonnade.platform.measures.internal.rest.Conversions;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** What people ask by the API: amounts and quantities in something else, with what was rounded away. */
public class ConversionsTest extends OnEachDatabase {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private Front front;
    private Conversions conversions;

    @Before
    public void open() {
        front = new Front(database());
        conversions = new Conversions(front.rates, front.currencies, front.units);
    }

    @Test
    public void thePartsOfAWholeAddUpToIt() {
        front.rate("EUR", "USD", "2026-11-27", "1.11");
        Conversions.Converted converted = money(List.of("0.55", "0.55", "0.55"), "EUR", "USD");
        assertEquals("1.83 USD", converted.total().amount().toString());
        assertEquals("3/2000", converted.total().remainder());
        assertEquals(
                List.of("0.61 USD", "0.61 USD", "0.61 USD"),
                converted.parts().stream().map(part -> part.amount().toString()).toList());
        Conversions.Converted uneven = money(List.of("0.05", "0.05", "0.05"), "EUR", "USD");
        assertEquals("0.17 USD", uneven.total().amount().toString());
        assertEquals(
                List.of("0.06 USD", "0.06 USD", "0.05 USD"),
                uneven.parts().stream().map(part -> part.amount().toString()).toList());
        assertEquals("1.11000000000000000000", uneven.rate().decimal().toPlainString());
    }

    @Test
    public void whatIsMissingOrCannotBeIsSaid() {
        assertThrows(Malformed.class, () -> money(new ArrayList<>(), "EUR", "USD"));
        assertThrows(Malformed.class, () -> money(List.of("1"), null, "USD"));
        front.rate("EUR", "USD", "2026-11-27", "1.11");
        assertEquals(
                "measures.currency.not-kept",
                assertThrows(Rejected.class, () -> money(List.of("1"), "UYW", "UYW"))
                        .code());
        assertEquals(
                "measures.amount.not-exact",
                assertThrows(
                                Rejected.class,
                                () -> conversions.money(
                                        List.of(new BigDecimal("0.55")),
                                        "EUR",
                                        "USD",
                                        null,
                                        DAY,
                                        RoundingMode.UNNECESSARY,
                                        null,
                                        null,
                                        null))
                        .code());
        assertThrows(Malformed.class, () -> conversions.rate("EUR", "USD", null, DAY, null, -1, null));
    }

    @Test
    public void aQuantityIsSaidExactlyAndRounded() {
        Conversions.Measured pounds =
                conversions.quantity(new BigDecimal("2.5"), "LBR", "KGM", null, 3, RoundingMode.HALF_UP);
        assertEquals("1.134", pounds.result().toPlainString());
        assertEquals("45359237/40000000", pounds.exact());
        Conversions.Measured warm = conversions.quantity(new BigDecimal("20"), "CEL", "FAH", null, 0, null);
        assertEquals("68", warm.result().toPlainString());
        Conversions.Measured warmer = conversions.quantity(new BigDecimal("5"), "CEL", "FAH", true, 0, null);
        assertEquals("9", warmer.result().toPlainString());
        assertEquals(
                "measures.unit.incompatible",
                assertThrows(Rejected.class, () -> conversions.quantity(BigDecimal.ONE, "CEL", "KGM", null, null, null))
                        .code());
        assertThrows(Malformed.class, () -> conversions.quantity(BigDecimal.ONE, "CEL", "FAH", null, 41, null));
    }

    @Test
    public void theDemoDataIsLoadedOnce() {
        DemoMeasures demo = new DemoMeasures(front.rates, front.units);
        demo.load();
        demo.load();
        assertEquals(
                4,
                front.rates
                        .desk()
                        .list(Front.CLERK, RecordQuery.all().at(new PageRequest(50, null)))
                        .items()
                        .size());
        assertEquals(
                "45",
                conversions
                        .quantity(BigDecimal.ONE, "ZTC", "KGM", null, 0, null)
                        .result()
                        .toPlainString());
    }

    private Conversions.Converted money(List<String> amounts, String from, String to) {
        return conversions.money(
                amounts.stream().map(BigDecimal::new).toList(), from, to, null, DAY, null, null, null, null);
    }
}
