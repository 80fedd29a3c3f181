package org.colonnade.crm.internal.deal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.crm.api.deal.StageStep;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;

/** The steps of opportunities. Rows are added and never changed; places are gapless. */
final class Steps {

    private static final String LAST = "select place, happened_at from crm_opportunity_step where opportunity_id = ?"
            + " order by place desc limit 1";
    private static final String ADD = "insert into crm_opportunity_step (id, opportunity_id, place, pipeline, stage_before,"
            + " stage, state_before, state, happened_at, actor, lasted_micros) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ALL = "select place, pipeline, stage_before, stage, state_before, state, happened_at, actor,"
            + " lasted_micros from crm_opportunity_step where opportunity_id = ? order by place";

    private Steps() {}

    /** Where the last step stands in the history. */
    private record Last(int place, Instant at) {}

    /** Adds the step that led from what was to what is; {@code was} is null for a new opportunity. */
    static void add(Work work, Kept<Opportunity> after, Opportunity was) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        long id = Tsid.parse(after.id());
        Last last = Sql.query(connection, LAST, row -> new Last(row.getInt(1), instant(row, 2)), id).stream()
                .findFirst()
                .orElse(null);
        Opportunity is = after.value();
        Instant at = last == null ? work.now() : OpportunityRules.later(work.now(), last.at());
        Sql.update(
                connection,
                ADD,
                work.newId(),
                id,
                last == null ? 1 : last.place() + 1,
                is.pipeline().toString(),
                was == null ? null : was.stage(),
                is.stage(),
                was == null ? null : was.state().name(),
                is.state().name(),
                at.atOffset(ZoneOffset.UTC),
                after.changedBy(),
                last == null ? null : micros(Duration.between(last.at(), at)));
    }

    /** All steps of an opportunity, oldest first. */
    static List<StageStep> of(Work work, String id) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), ALL, Steps::read, Tsid.parse(id));
    }

    private static StageStep read(ResultSet row) throws SQLException {
        long lasted = row.getLong(9);
        boolean first = row.wasNull();
        return new StageStep(
                row.getInt(1),
                Ref.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                state(row.getString(5)),
                state(row.getString(6)),
                instant(row, 7),
                Ref.parse(row.getString(8)),
                first ? null : Duration.of(lasted, java.time.temporal.ChronoUnit.MICROS));
    }

    private static OpportunityState state(String name) {
        return name == null ? null : OpportunityState.valueOf(name);
    }

    private static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000L + duration.getNano() / 1_000;
    }

    private static Instant instant(ResultSet row, int at) throws SQLException {
        return row.getObject(at, OffsetDateTime.class).toInstant();
    }
}
