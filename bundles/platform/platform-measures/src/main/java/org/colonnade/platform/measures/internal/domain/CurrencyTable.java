package org.colonnade.platform.measures.internal.domain;

import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colonnade.platform.api.currency.CurrencyInfo;
import org.colonnade.platform.api.currency.CurrencyKind;

/** ISO 4217 as the platform knows it; names come from the Java runtime. */
public final class CurrencyTable {

    private static final String NONE = "-";
    private static final Locale THAI = Locale.forLanguageTag("th");

    private final Map<String, CurrencyInfo> byCode = new TreeMap<>();

    /** Reads the table. */
    public CurrencyTable() {
        for (String[] row : Lines.of("currencies.tsv")) {
            byCode.put(row[0], read(row));
        }
    }

    /** The currency of that code. */
    public Optional<CurrencyInfo> find(String code) {
        return Optional.ofNullable(code).map(byCode::get);
    }

    /** All, by code. */
    public List<CurrencyInfo> all() {
        return List.copyOf(byCode.values());
    }

    private static CurrencyInfo read(String[] row) {
        Currency known = known(row[0]);
        String en = row[5].equals(NONE) ? known.getDisplayName(Locale.ENGLISH) : row[5];
        String th = known == null ? en : known.getDisplayName(THAI);
        return new CurrencyInfo(
                row[0],
                row[1].equals(NONE) ? null : row[1],
                row[2].equals(NONE) ? null : Integer.valueOf(row[2]),
                CurrencyKind.valueOf(row[3]),
                row[4].equals(NONE) ? null : YearMonth.parse(row[4]),
                known != null,
                Map.of("en", en, "th", th.equals(row[0]) ? en : th));
    }

    private static Currency known(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
