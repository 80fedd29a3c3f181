package org.colonnade.crm.internal.assign;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.crm.api.lead.AssignmentDecision;
import org.colonnade.crm.api.lead.AssignmentDecision.RuleTrace;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** The decisions about who looks after a lead, kept for good. */
final class Decisions {

    private static final String ADD = "insert into crm_assignment (id, lead_id, decided_at, cause, owner, owner_before, queue,"
            + " rule_id, reassign_at, reason, traces) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OF = "update crm_assignment set lead_id = ? where id = ?";
    private static final String LAST = "select id, lead_id, decided_at, cause, owner, owner_before, queue, rule_id, reassign_at,"
            + " reason, traces from crm_assignment where lead_id = ? order by id desc limit 1";

    private Decisions() {}

    static void add(Work work, AssignmentDecision decision) throws SQLException {
        Sql.update(
                work.unwrap(Connection.class),
                ADD,
                Tsid.parse(decision.id()),
                decision.lead() == null ? null : Tsid.parse(decision.lead()),
                utc(decision.at()),
                decision.cause(),
                decision.owner(),
                decision.before(),
                decision.queue(),
                decision.rule(),
                utc(decision.reassignAt()),
                decision.reason(),
                Json.write(decision.rules()));
    }

    /** A decision was about this lead. */
    static void of(Work work, String decision, String lead) throws SQLException {
        Sql.update(work.unwrap(Connection.class), OF, Tsid.parse(lead), Tsid.parse(decision));
    }

    /** The last decision about a lead, or null. */
    static AssignmentDecision last(Work work, String lead) throws SQLException {
        List<AssignmentDecision> found =
                Sql.query(work.unwrap(Connection.class), LAST, Decisions::read, Tsid.parse(lead));
        return found.isEmpty() ? null : found.get(0);
    }

    private static AssignmentDecision read(ResultSet row) throws SQLException {
        return new AssignmentDecision(
                Tsid.text(row.getLong(1)),
                Tsid.text(row.getLong(2)),
                instant(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                row.getString(10),
                Json.read(row.getString(11), new TypeReference<List<RuleTrace>>() {}));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
