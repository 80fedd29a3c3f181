package org.colonnade.crm.api.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.Money;

/**
 * What opportunities promise, by the time of their close, for each currency by itself. Sums are exact: a weighted amount is the amount
 * times the probability divided by 100, with two more decimals than the amount and never rounded, so rows add up to their totals.
 *
 * @param from the first day
 * @param to the last day
 * @param by how time is counted together
 * @param asOf the instant whose state was counted, UTC
 * @param rows one for each period and currency in which there is anything, by period, then currency
 * @param totals the sum of the rows, one for each currency
 * @param undated open opportunities without an expected close, one row for each currency; in no total
 */
public record Forecast(
        LocalDate from,
        LocalDate to,
        ForecastBy by,
        Instant asOf,
        List<Row> rows,
        List<Row> totals,
        List<Row> undated) {

    public Forecast {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        undated = List.copyOf(undated);
    }

    /**
     * What one period holds in one currency.
     *
     * @param period its name: {@code 2026-W48}, {@code 2026-11}, {@code 2026-Q4}; null in totals
     * @param begins its first day; null in totals
     * @param ends its last day; null in totals
     * @param currency ISO 4217
     * @param wonCount how many were won
     * @param won what they brought
     * @param openCount how many are open
     * @param open what they would bring
     * @param weighted the same by their probability
     * @param expected won and weighted together
     */
    public record Row(
            String period,
            LocalDate begins,
            LocalDate ends,
            String currency,
            long wonCount,
            Money won,
            long openCount,
            Money open,
            Money weighted,
            Money expected) {}

    /**
     * What one opportunity adds.
     *
     * @param opportunity its id
     * @param name what it is called now
     * @param period where it is counted; null if it has no expected close
     * @param due the day
     * @param state won or open
     * @param stage where it stood
     * @param amount what it would bring or brought
     * @param probability in per cent
     * @param contribution the amount by the probability, exactly
     */
    public record Contribution(
            String opportunity,
            String name,
            String period,
            LocalDate due,
            OpportunityState state,
            String stage,
            Money amount,
            int probability,
            Money contribution) {}
}
