package org.colonnade.crm.internal.deal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.PipelineDraft;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Work;

/** Looks for opportunities that do not agree with their pipelines, steps and facts. */
public final class DealAudit {

    private static final String PLACES = "select pipeline, stage, count(*), min(id) from crm_opportunity"
            + " group by pipeline, stage order by pipeline, stage";
    private static final String ASTRAY = "select o.id from crm_opportunity o left join crm_opportunity_step s"
            + " on s.opportunity_id = o.id and s.place ="
            + " (select max(m.place) from crm_opportunity_step m where m.opportunity_id = o.id)"
            + " where s.id is null or s.stage <> o.stage or s.pipeline <> o.pipeline or s.state <> o.state"
            + " order by o.id limit ?";
    private static final String MISCOUNTED = "select o.id from crm_opportunity o left join crm_opportunity_fact f"
            + " on f.opportunity_id = o.id and f.valid_to = ?"
            + " where (f.id is null) <> (o.archived = true or o.amount is null)"
            + " or f.amount <> o.amount or f.currency <> o.amount_currency or f.state <> o.state"
            + " or f.probability <> o.probability or f.stage <> o.stage or f.pipeline <> o.pipeline"
            + " or f.id is not null and f.due_on is distinct from case when o.state = 'OPEN' then o.expected_close else o.closed_on end"
            + " order by o.id limit ?";
    private static final String UNDATED = "select id from crm_opportunity where (state = 'OPEN') <> (closed_on is null)"
            + " or (state = 'LOST') <> (lost_reason is not null) order by id limit ?";

    private DealAudit() {}

    /** A pipeline and stage in which something stands. */
    private record Place(Ref pipeline, String stage, long count, String first) {}

    /** Opportunities whose stage is none of their pipeline's. */
    public static List<String> outside(Work work, RecordDesk<Pipeline, PipelineDraft> pipelines, int limit)
            throws SQLException {
        List<Place> places = Sql.query(
                work.unwrap(Connection.class),
                PLACES,
                row -> new Place(
                        Ref.parse(row.getString(1)), row.getString(2), row.getLong(3), Tsid.text(row.getLong(4))));
        List<Kept<Pipeline>> found = pipelines.find(
                work,
                places.stream().map(place -> place.pipeline().id()).distinct().toList());
        List<String> wrong = new ArrayList<>();
        for (Place place : places) {
            boolean there = found.stream()
                    .anyMatch(one -> one.id().equals(place.pipeline().id()) && one.value().stage(place.stage()) != null);
            if (!there && wrong.size() < limit) {
                wrong.add("opportunity " + place.first() + " and " + (place.count() - 1) + " others stand in '"
                        + place.stage() + "' of " + place.pipeline());
            }
        }
        return wrong;
    }

    /** Opportunities whose last step, or whose count in forecasts, is not what they are. */
    public static List<String> astray(Work work, int limit) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        List<String> wrong = new ArrayList<>(Sql.query(
                connection, ASTRAY, row -> "opportunity " + Tsid.text(row.getLong(1)) + " has another last step", limit));
        wrong.addAll(Sql.query(
                connection,
                MISCOUNTED,
                row -> "opportunity " + Tsid.text(row.getLong(1)) + " is counted otherwise in forecasts",
                Facts.FOREVER,
                limit));
        return wrong.subList(0, Math.min(limit, wrong.size()));
    }

    /** Closed ones without a day, open ones with one, lost ones without a reason. */
    public static List<String> undated(Work work, int limit) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class), UNDATED, row -> "opportunity " + Tsid.text(row.getLong(1)), limit);
    }
}
