package org.colonnade.crm.internal.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.colonnade.crm.api.deal.Forecast;
import org.colonnade.crm.api.deal.ForecastQuery;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.crm.internal.domain.deal.Amounts;
import org.colonnade.crm.internal.domain.deal.ForecastRule;
import org.colonnade.crm.internal.domain.deal.Period;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;

/** The aggregates behind a forecast. */
public final class ForecastSql {

    private static final String SO = " f.valid_from <= ? and f.valid_to > ? and f.state <> 'LOST'"
            + " and (cast(? as varchar(300)) is null or f.pipeline = ?)"
            + " and (cast(? as varchar(300)) is null or f.owner = ?)"
            + " and (cast(? as varchar(300)) is null or f.team = ?)";
    private static final String SUMS = "select f.due_on, f.currency, f.state, count(*), sum(f.amount),"
            + " sum(f.amount * f.probability) from crm_opportunity_fact f where";
    private static final String DAYS =
            SUMS + SO + " and f.due_on between ? and ? group by f.due_on, f.currency, f.state";
    private static final String UNDATED = SUMS + SO + " and f.due_on is null group by f.due_on, f.currency, f.state";
    private static final String ONE =
            "select f.opportunity_id, o.name, f.due_on, f.state, f.stage, f.amount, f.currency,"
                    + " f.probability from crm_opportunity_fact f join crm_opportunity o on o.id = f.opportunity_id where";
    private static final String DATED_ONES = ONE + SO + " and f.due_on between ? and ? and f.due_on >= ?"
            + " and (f.due_on > ? or f.opportunity_id > ?) order by f.due_on, f.opportunity_id limit ?";
    private static final String UNDATED_ONES =
            ONE + SO + " and f.due_on is null and f.opportunity_id > ? order by f.opportunity_id limit ?";

    /** Whose an opportunity is now decides who sees what was so then. */
    private static final String THEIRS = " (o.owner = ? or o.team = any (?)) and";

    private static final String THEIR_SUMS = "select f.due_on, f.currency, f.state, count(*), sum(f.amount),"
            + " sum(f.amount * f.probability) from crm_opportunity_fact f"
            + " join crm_opportunity o on o.id = f.opportunity_id where" + THEIRS;
    private static final String THEIR_DAYS =
            THEIR_SUMS + SO + " and f.due_on between ? and ? group by f.due_on, f.currency, f.state";
    private static final String THEIR_UNDATED =
            THEIR_SUMS + SO + " and f.due_on is null group by f.due_on, f.currency, f.state";
    private static final String THEIR_DATED_ONES = ONE + THEIRS + SO + " and f.due_on between ? and ? and f.due_on >= ?"
            + " and (f.due_on > ? or f.opportunity_id > ?) order by f.due_on, f.opportunity_id limit ?";
    private static final String THEIR_UNDATED_ONES =
            ONE + THEIRS + SO + " and f.due_on is null and f.opportunity_id > ? order by f.opportunity_id limit ?";

    private ForecastSql() {}

    /** What closes on each day of the query. @param reached of which opportunities; null for all */
    public static List<ForecastRule.Day> days(Connection connection, ForecastQuery query, Reached reached)
            throws SQLException {
        Object[] asked = with(query, query.from(), query.to());
        return reached == null
                ? Sql.query(connection, DAYS, ForecastSql::day, asked)
                : Sql.query(connection, THEIR_DAYS, ForecastSql::day, theirs(connection, reached, asked));
    }

    /** What is open and has no day. @param reached of which opportunities; null for all */
    public static List<ForecastRule.Day> undated(Connection connection, ForecastQuery query, Reached reached)
            throws SQLException {
        return reached == null
                ? Sql.query(connection, UNDATED, ForecastSql::day, with(query))
                : Sql.query(connection, THEIR_UNDATED, ForecastSql::day, theirs(connection, reached, with(query)));
    }

    private static ForecastRule.Day day(ResultSet row) throws SQLException {
        return new ForecastRule.Day(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                OpportunityState.valueOf(row.getString(3)),
                row.getLong(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6));
    }

    /**
     * Single opportunities, by day and id, those without a day last.
     *
     * @param day where the page before ended
     * @param after the id where it ended
     * @param never the day that stands for none
     * @param reached of which opportunities; null for all
     */
    public static List<Forecast.Contribution> contributions(
            Connection connection,
            ForecastQuery query,
            LocalDate day,
            long after,
            LocalDate never,
            int limit,
            Reached reached)
            throws SQLException {
        List<Forecast.Contribution> all = new ArrayList<>();
        if (!day.equals(never)) {
            Object[] asked = with(query, query.from(), query.to(), day, day, after, limit);
            all.addAll(ones(connection, query, reached, DATED_ONES, THEIR_DATED_ONES, asked));
        }
        if (all.size() < limit) {
            Object[] asked = with(query, day.equals(never) ? after : -1L, limit - all.size());
            all.addAll(ones(connection, query, reached, UNDATED_ONES, THEIR_UNDATED_ONES, asked));
        }
        return all;
    }

    private static List<Forecast.Contribution> ones(
            Connection connection, ForecastQuery query, Reached reached, String all, String theirs, Object[] asked)
            throws SQLException {
        Sql.Reader<Forecast.Contribution> reader = row -> contribution(row, query);
        return reached == null
                ? Sql.query(connection, all, reader, asked)
                : Sql.query(connection, theirs, reader, theirs(connection, reached, asked));
    }

    private static Object[] theirs(Connection connection, Reached reached, Object... more) throws SQLException {
        Object[] all = new Object[2 + more.length];
        all[0] = reached.owner();
        all[1] = Sql.texts(connection, reached.teams());
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private static Forecast.Contribution contribution(ResultSet row, ForecastQuery query) throws SQLException {
        LocalDate due = row.getObject(3, LocalDate.class);
        BigDecimal amount = row.getBigDecimal(6);
        Currency currency = Currency.getInstance(row.getString(7));
        int probability = row.getInt(8);
        return new Forecast.Contribution(
                Tsid.text(row.getLong(1)),
                row.getString(2),
                due == null ? null : Period.of(due, query.by()).name(),
                due,
                OpportunityState.valueOf(row.getString(4)),
                row.getString(5),
                Amounts.money(amount, currency),
                probability,
                Amounts.money(Amounts.weighted(amount, probability), currency));
    }

    private static Object[] with(ForecastQuery query, Object... more) {
        OffsetDateTime asOf = query.asOf().atOffset(ZoneOffset.UTC);
        String pipeline = text(query.pipeline());
        String owner = text(query.owner());
        String team = text(query.team());
        Object[] all = new Object[8 + more.length];
        System.arraycopy(new Object[] {asOf, asOf, pipeline, pipeline, owner, owner, team, team}, 0, all, 0, 8);
        System.arraycopy(more, 0, all, 8, more.length);
        return all;
    }

    private static String text(Ref ref) {
        return ref == null ? null : ref.toString();
    }
}
