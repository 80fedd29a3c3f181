package org.colonnade.crm.internal.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.crm.api.deal.Forecast;
import org.colonnade.crm.api.deal.ForecastDesk;
import org.colonnade.crm.api.deal.ForecastQuery;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.crm.internal.domain.deal.ForecastRule;
import org.colonnade.crm.internal.store.ForecastSql;
import org.colonnade.crm.internal.store.Reached;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the facts of opportunities, which tell of every instant what was so then: a forecast as of yesterday is the same query as one of
 * now, and needs no snapshots.
 */
@Component(service = ForecastDesk.class)
public class StoredForecastDesk implements ForecastDesk {

    /** Stands behind every day: where contributions without a day are listed. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Tx tx;

    @Activate
    public StoredForecastDesk(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public Forecast forecast(Actor actor, ForecastQuery query) {
        actor.require(READ);
        ForecastRule.check(query);
        return tx.read(work -> {
            ForecastQuery dated = dated(work, query);
            Connection connection = work.unwrap(Connection.class);
            List<ForecastRule.Day> days = ForecastSql.days(connection, dated, Reached.of(actor));
            return new Forecast(
                    dated.from(),
                    dated.to(),
                    dated.by(),
                    dated.asOf(),
                    ForecastRule.rows(days, dated.by()),
                    ForecastRule.totals(days),
                    ForecastRule.totals(ForecastSql.undated(connection, dated, Reached.of(actor))));
        });
    }

    @Override
    public Page<Forecast.Contribution> explain(Actor actor, ForecastQuery query, PageRequest page) {
        actor.require(READ);
        actor.require(OpportunityDesk.READ);
        ForecastRule.check(query);
        List<String> keys = page.keys(3);
        return tx.read(work -> {
            ForecastQuery dated = dated(work, keys.isEmpty() ? query : asOf(query, keys.get(0)));
            LocalDate day = keys.isEmpty() ? LocalDate.MIN.withYear(1) : day(keys.get(1));
            long after = keys.isEmpty() ? -1 : Tsid.parse(keys.get(2));
            return page(work, dated, day, after, page.limit(), Reached.of(actor));
        });
    }

    private static Page<Forecast.Contribution> page(
            Work work, ForecastQuery query, LocalDate day, long after, int limit, Reached reached) throws SQLException {
        List<Forecast.Contribution> found =
                ForecastSql.contributions(work.unwrap(Connection.class), query, day, after, NEVER, limit + 1, reached);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        Forecast.Contribution last = found.get(limit - 1);
        return new Page<>(
                found.subList(0, limit),
                PageRequest.cursor(query.asOf(), last.due() == null ? NEVER : last.due(), last.opportunity()));
    }

    /** An instant that is fixed from the first page on, so that pages belong together. */
    private static ForecastQuery dated(Work work, ForecastQuery query) {
        OffsetDateTime now = work.now().atOffset(ZoneOffset.UTC);
        boolean then = query.asOf() != null && query.asOf().isBefore(now.toInstant());
        return then ? query : with(query, now.toInstant());
    }

    private static ForecastQuery asOf(ForecastQuery query, String text) {
        try {
            return with(query, Instant.parse(text));
        } catch (java.time.format.DateTimeParseException made) {
            throw cursor();
        }
    }

    private static ForecastQuery with(ForecastQuery query, Instant asOf) {
        return new ForecastQuery(
                query.from(), query.to(), query.by(), query.pipeline(), query.owner(), query.team(), asOf);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException made) {
            throw cursor();
        }
    }

    private static Rejected cursor() {
        return new Rejected(
                        "platform.page.cursor",
                        "The cursor is not one that this list gave out; start again without 'after'.")
                .field("after", "unknown cursor");
    }
}
