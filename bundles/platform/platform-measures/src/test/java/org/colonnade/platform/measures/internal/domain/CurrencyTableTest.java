package org.colonnade.platform.measures.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.TreeSet;
import org.colonnade.platform.api.currency.CurrencyInfo;
import org.colonnade.platform.api.currency.CurrencyKind;
import org.junit.Test;

public class CurrencyTableTest {

    private static final Path CORPUS =
            Path.of(System.getProperty("colonnade.corpora", "none"), "06-sample-businesses/codes/iso_4217.json");

    private final CurrencyTable table = new CurrencyTable();

    @Test
    public void minorUnitsOfAllSizesAreKnown() {
        assertEquals(Integer.valueOf(0), digits("JPY"));
        assertEquals(Integer.valueOf(2), digits("THB"));
        assertEquals(Integer.valueOf(3), digits("KWD"));
        assertEquals(Integer.valueOf(4), digits("CLF"));
        assertEquals(null, digits("XAU"));
        assertEquals(CurrencyKind.METAL, table.find("XAU").orElseThrow().kind());
        assertEquals(CurrencyKind.FUND, table.find("UYW").orElseThrow().kind());
        assertFalse(table.find("UYW").orElseThrow().money());
        assertTrue(table.find("eur").isEmpty());
        assertTrue(table.find(null).isEmpty());
    }

    @Test
    public void aWithdrawnCurrencyHeldUntilItsMonthEnded() {
        CurrencyInfo mark = table.find("DEM").orElseThrow();
        assertEquals(YearMonth.of(2002, 3), mark.withdrawn());
        assertTrue(mark.heldOn(LocalDate.of(2002, 3, 31)));
        assertFalse(mark.heldOn(LocalDate.of(2002, 4, 1)));
        assertTrue(table.find("EUR").orElseThrow().heldOn(LocalDate.of(2199, 1, 1)));
    }

    @Test
    public void namesAreThereInEnglishAndThai() {
        assertEquals("Thai Baht", table.find("THB").orElseThrow().names().get("en"));
        for (CurrencyInfo one : table.all()) {
            assertTrue(one.code(), one.names().get("en").length() > 3);
            assertTrue(one.code(), one.names().get("th").length() > 2);
        }
        assertTrue(table.find("THB").orElseThrow().names().get("th").codePointAt(0) > 0xe00);
    }

    /** What the Java runtime knows too says the same. */
    @Test
    public void theRuntimeAgrees() {
        TreeSet<String> unknown = new TreeSet<>();
        for (Currency known : Currency.getAvailableCurrencies()) {
            CurrencyInfo own = table.find(known.getCurrencyCode()).orElse(null);
            if (own == null) {
                unknown.add(known.getCurrencyCode());
                continue;
            }
            assertTrue(own.code(), own.money());
            assertEquals(own.code(), known.getNumericCode(), own.number() == null ? 0 : Integer.parseInt(own.number()));
            int digits = known.getDefaultFractionDigits();
            assertEquals(own.code(), digits < 0 ? null : (Integer) digits, own.digits());
        }
        assertEquals(new TreeSet<String>(), unknown);
    }

    /** Beside the list of another project. */
    @Test
    public void theListAgrees() throws IOException {
        assumeTrue("The corpus of codes is not there", Files.isRegularFile(CORPUS));
        int compared = 0;
        for (JsonNode entry : new ObjectMapper().readTree(CORPUS.toFile()).path("4217")) {
            String code = entry.path("alpha_3").asText();
            CurrencyInfo own = table.find(code).orElseThrow(() -> new AssertionError(code + " is missing"));
            assertEquals(code, entry.path("numeric").asText(), own.number());
            compared++;
        }
        assertTrue(compared + " currencies", compared > 150);
    }

    private Integer digits(String code) {
        return table.find(code).orElseThrow().digits();
    }
}
