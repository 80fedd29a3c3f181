package org.colonnade.platform.api.currency;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * A currency as ISO 4217 has it.
 *
 * @param code three letters
 * @param number three digits; null for the few that have none
 * @param digits digits of the minor unit after the point, 0 to 4; null where there is no minor unit
 * @param kind what it is
 * @param withdrawn the month in which it was withdrawn; null while it holds
 * @param money whether amounts of it can be kept as {@link org.colonnade.platform.api.Money}: the Java runtime has to know it
 * @param names what people call it, by language tag ({@code en}, {@code th})
 */
public record CurrencyInfo(
        String code,
        String number,
        Integer digits,
        CurrencyKind kind,
        YearMonth withdrawn,
        boolean money,
        Map<String, String> names) {

    public CurrencyInfo {
        names = Map.copyOf(names);
    }

    /** Whether it held on that day; the month in which it was withdrawn counts whole. */
    public boolean heldOn(LocalDate day) {
        return withdrawn == null || !day.isAfter(withdrawn.atEndOfMonth());
    }
}
