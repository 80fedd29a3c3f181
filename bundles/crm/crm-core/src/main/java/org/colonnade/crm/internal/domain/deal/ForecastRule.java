package org.colonnade.crm.internal.domain.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colonnade.crm.api.deal.Forecast;
import org.colonnade.crm.api.deal.ForecastBy;
import org.colonnade.crm.api.deal.ForecastQuery;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Money;

/** Counts what closes on each day together to periods. Nothing is rounded. */
public final class ForecastRule {

    private static final int MOST_YEARS = 10;

    private ForecastRule() {}

    /**
     * What closes on one day in one currency and state.
     *
     * @param due the day, or null
     * @param points the sum of amount times probability in per cent
     */
    public record Day(
            LocalDate due, String currency, OpportunityState state, long count, BigDecimal amount, BigDecimal points) {}

    /** Refuses a time that makes no sense. @throws org.colonnade.platform.api.problem.Rejected {@code crm.forecast.invalid} */
    public static void check(ForecastQuery query) {
        Fields faults = new Fields();
        if (query.from() == null) {
            faults.wrong("from", "is required");
        }
        if (query.to() == null) {
            faults.wrong("to", "is required");
        }
        if (query.from() != null && query.to() != null) {
            if (query.to().isBefore(query.from())) {
                faults.wrong("to", "lies before 'from'");
            } else if (query.to().isAfter(query.from().plusYears(MOST_YEARS))) {
                faults.wrong("to", "lies more than " + MOST_YEARS + " years after 'from'");
            }
        }
        faults.orReject("crm.forecast.invalid");
    }

    /** The rows of each period, by period, then currency. */
    public static List<Forecast.Row> rows(Collection<Day> days, ForecastBy by) {
        Map<Period, Map<String, Sums>> periods = new TreeMap<>();
        for (Day day : days) {
            periods.computeIfAbsent(Period.of(day.due(), by), period -> new TreeMap<>())
                    .computeIfAbsent(day.currency(), Sums::new)
                    .add(day);
        }
        return periods.entrySet().stream()
                .flatMap(one -> one.getValue().values().stream().map(sums -> sums.row(one.getKey())))
                .toList();
    }

    /** One row for each currency, without a period. */
    public static List<Forecast.Row> totals(Collection<Day> days) {
        Map<String, Sums> all = new TreeMap<>();
        days.forEach(day -> all.computeIfAbsent(day.currency(), Sums::new).add(day));
        return all.values().stream().map(sums -> sums.row(null)).toList();
    }

    /** What grows while days are added. */
    private static final class Sums {

        private final Currency currency;
        private long wonCount;
        private BigDecimal won = BigDecimal.ZERO;
        private long openCount;
        private BigDecimal open = BigDecimal.ZERO;
        private BigDecimal weighted = BigDecimal.ZERO;

        Sums(String currency) {
            this.currency = Currency.getInstance(currency);
        }

        void add(Day day) {
            if (day.state() == OpportunityState.WON) {
                wonCount += day.count();
                won = won.add(day.amount());
            } else if (day.state() == OpportunityState.OPEN) {
                openCount += day.count();
                open = open.add(day.amount());
                weighted = weighted.add(day.points().movePointLeft(2));
            }
        }

        Forecast.Row row(Period period) {
            return new Forecast.Row(
                    period == null ? null : period.name(),
                    period == null ? null : period.begins(),
                    period == null ? null : period.ends(),
                    currency.getCurrencyCode(),
                    wonCount,
                    money(won),
                    openCount,
                    money(open),
                    money(weighted),
                    money(won.add(weighted)));
        }

        private Money money(BigDecimal amount) {
            return Amounts.money(amount, currency);
        }
    }
}
