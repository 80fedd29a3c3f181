package org.colonnade.crm.internal.deal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.colonnade.crm.api.deal.Forecast;
import org.colonnade.crm.api.deal.ForecastBy;
import org.colonnade.crm.api.deal.ForecastQuery;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.crm.internal.domain.deal.Period;
import org.colonnade.crm.internal.forecast.StoredForecastDesk;
import org.colonnade.crm.internal.invariant.StepsLeadHere;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** A forecast is what one finds by looking at every opportunity: now, and at every instant before. */
public class ForecastTest extends OnEachDatabase {

    private static final List<String> STAGES = List.of("qualification", "needs", "proposal", "negotiation");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 20);
    private static final LocalDate TO = LocalDate.of(2027, 3, 10);
    private static final Ref OWNER = Ref.of("platform", "user", 5);

    private final Random random = new Random(20261124);
    private final Map<String, Kept<Opportunity>> all = new HashMap<>();

    @Test
    public void aForecastIsTheSumOfItsOpportunitiesNowAndThen() {
        SalesRoom room = new SalesRoom(database());
        StoredForecastDesk desk = new StoredForecastDesk(room.office.tx);
        Map<Instant, List<Kept<Opportunity>>> then = new TreeMap<>();
        for (int i = 0; i < 120; i++) {
            change(room);
            if (i % 15 == 14) {
                then.put(now(room), List.copyOf(all.values()));
            }
        }
        then.forEach((instant, opportunities) -> {
            for (ForecastBy by : ForecastBy.values()) {
                check(desk, query(by, null, instant), opportunities);
            }
            check(desk, query(ForecastBy.MONTH, OWNER, instant), opportunities);
        });
        check(desk, query(ForecastBy.QUARTER, null, null), List.copyOf(all.values()));
        assertEquals(List.of(), new StepsLeadHere(room.office.tx).counterExamples(10));
    }

    private void check(StoredForecastDesk desk, ForecastQuery query, List<Kept<Opportunity>> opportunities) {
        Forecast forecast = desk.forecast(SalesRoom.ACTOR, query);
        Map<String, BigDecimal> expected = new TreeMap<>();
        Map<String, BigDecimal> undated = new TreeMap<>();
        for (Kept<Opportunity> kept : opportunities) {
            Opportunity one = kept.value();
            boolean counts = !kept.archived()
                    && one.amount() != null
                    && one.state() != OpportunityState.LOST
                    && (query.owner() == null || query.owner().equals(one.owner()));
            if (counts && one.due() == null) {
                add(undated, one, one.amount().currency().getCurrencyCode());
            } else if (counts && !one.due().isBefore(FROM) && !one.due().isAfter(TO)) {
                add(expected, one, Period.of(one.due(), query.by()).name() + ' ' + one.amount().currency());
            }
        }
        assertEquals(plain(expected), plain(told(forecast.rows())));
        assertEquals(plain(undated), plain(told(forecast.undated())));
        BigDecimal contributions = BigDecimal.ZERO;
        for (Forecast.Contribution one : everyPage(desk, query)) {
            contributions = contributions.add(one.contribution().amount());
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (List<Forecast.Row> rows : List.of(forecast.totals(), forecast.undated())) {
            for (Forecast.Row row : rows) {
                sum = sum.add(row.expected().amount());
            }
        }
        assertEquals(0, contributions.compareTo(sum));
    }

    private static void add(Map<String, BigDecimal> sums, Opportunity one, String key) {
        BigDecimal amount = one.amount().amount();
        if (one.state() == OpportunityState.WON) {
            sums.merge(key + " won", amount, BigDecimal::add);
        } else {
            sums.merge(key + " open", amount, BigDecimal::add);
            BigDecimal weighted = amount.multiply(BigDecimal.valueOf(one.probability()));
            sums.merge(key + " weighted", weighted.movePointLeft(2), BigDecimal::add);
        }
    }

    private static Map<String, BigDecimal> told(List<Forecast.Row> rows) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Forecast.Row row : rows) {
            String key = (row.period() == null ? "" : row.period() + ' ') + row.currency();
            sums.put(key + " won", row.won().amount());
            sums.put(key + " open", row.open().amount());
            sums.put(key + " weighted", row.weighted().amount());
            assertEquals(row.expected(), row.won().plus(row.weighted()));
        }
        return sums;
    }

    private static Map<String, String> plain(Map<String, BigDecimal> sums) {
        Map<String, String> plain = new TreeMap<>();
        sums.forEach((key, amount) -> {
            if (amount.signum() != 0) {
                plain.put(key, amount.stripTrailingZeros().toPlainString());
            }
        });
        return plain;
    }

    private static List<Forecast.Contribution> everyPage(StoredForecastDesk desk, ForecastQuery query) {
        List<Forecast.Contribution> found = new ArrayList<>();
        String after = null;
        do {
            Page<Forecast.Contribution> page = desk.explain(SalesRoom.ACTOR, query, new PageRequest(7, after));
            found.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(
                found.size(),
                found.stream().map(Forecast.Contribution::opportunity).distinct().count());
        return found;
    }

    private void change(SalesRoom room) {
        if (all.size() < 12 || random.nextInt(5) == 0) {
            keep(room.desk.create(SalesRoom.ACTOR, draft()));
            return;
        }
        List<String> ids = List.copyOf(all.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        try {
            keep(
                    switch (random.nextInt(7)) {
                        case 0 -> room.win(id);
                        case 1 -> room.lose(id);
                        case 2 -> room.reopen(id);
                        case 3 -> room.deals.opportunities().archive(SalesRoom.ACTOR, id, v -> {});
                        case 4 -> room.deals.opportunities().restore(SalesRoom.ACTOR, id, v -> {});
                        case 5 -> room.move(id, STAGES.get(random.nextInt(4)));
                        default -> room.deals
                                .opportunities()
                                .change(SalesRoom.ACTOR, id, v -> {}, before -> draft());
                    });
        } catch (Conflict | Rejected notInThisState) {
            return;
        }
    }

    private void keep(Kept<Opportunity> kept) {
        all.put(kept.id(), kept);
    }

    private OpportunityDraft draft() {
        return new OpportunityDraft(
                "Tea",
                null,
                null,
                null,
                STAGES.get(random.nextInt(4)),
                random.nextInt(6) == 0
                        ? null
                        : Money.of(String.valueOf(random.nextInt(100_000) / 100.0), random.nextBoolean() ? "EUR" : "JPY"),
                random.nextInt(6) == 0 ? null : FROM.minusDays(20).plusDays(random.nextInt(160)),
                random.nextInt(3) == 0 ? random.nextInt(101) : null,
                random.nextBoolean() ? OWNER : null,
                null,
                null,
                null,
                null);
    }

    /** The next instant, so that what comes after it is later. */
    private static Instant now(SalesRoom room) {
        Instant before = room.office.tx.read(work -> work.now());
        Instant after = before;
        while (!after.isAfter(before)) {
            after = room.office.tx.read(work -> work.now());
        }
        return before;
    }

    private static ForecastQuery query(ForecastBy by, Ref owner, Instant asOf) {
        return new ForecastQuery(FROM, TO, by, null, owner, null, asOf);
    }

    @Test
    public void aTimeThatMakesNoSenseIsRefused() {
        StoredForecastDesk desk = new StoredForecastDesk(database().tx("crm"));
        for (LocalDate[] time : new LocalDate[][] {{null, TO}, {FROM, null}, {TO, FROM}, {FROM, FROM.plusYears(11)}}) {
            Rejected refusal = assertThrows(
                    Rejected.class,
                    () -> desk.forecast(
                            SalesRoom.ACTOR,
                            new ForecastQuery(time[0], time[1], ForecastBy.MONTH, null, null, null, null)));
            assertEquals("crm.forecast.invalid", refusal.code());
        }
        assertThrows(
                Rejected.class,
                () -> desk.explain(
                        SalesRoom.ACTOR,
                        query(ForecastBy.MONTH, null, null),
                        new PageRequest(5, PageRequest.cursor("x", "y", "z"))));
    }
}
