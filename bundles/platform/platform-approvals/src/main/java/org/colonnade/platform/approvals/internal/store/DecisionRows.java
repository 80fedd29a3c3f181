package org.colonnade.platform.approvals.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Request.Decision;

/** What approvers said. */
public final class DecisionRows {

    private static final String OF_REQUESTS =
            "select request, step, approved, actor, on_behalf_of, persons, remark, decided_at"
                    + " from approvals_decision where request = any (?) order by request, id";
    private static final String ADD =
            "insert into approvals_decision (id, request, step, approved, actor, on_behalf_of, persons, remark,"
                    + " decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private DecisionRows() {}

    /**
     * Those of each of these requests, in order. By the ids and not by how the requests stand: one that was decided since they were read
     * keeps its decisions.
     */
    public static Map<Long, List<Decision>> of(Work work, List<Long> requests) throws SQLException {
        Map<Long, List<Decision>> decisions = new HashMap<>();
        if (requests.isEmpty()) {
            return decisions;
        }
        try (PreparedStatement query = RequestRows.statement(work, OF_REQUESTS)) {
            query.setArray(1, work.unwrap(Connection.class).createArrayOf("bigint", requests.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    decisions
                            .computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                            .add(decision(row));
                }
            }
        }
        return decisions;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String behalf = row.getString(5);
        return new Decision(
                row.getInt(2),
                row.getBoolean(3),
                Ref.parse(row.getString(4)),
                behalf == null ? null : Ref.parse(behalf),
                Texts.refs(row.getString(6)),
                row.getString(7),
                RequestRows.instant(row, 8));
    }

    /** Stores one. */
    public static void add(Work work, long request, Decision decision) throws SQLException {
        try (PreparedStatement insert = RequestRows.statement(work, ADD)) {
            insert.setLong(1, work.newId());
            insert.setLong(2, request);
            insert.setInt(3, decision.step());
            insert.setBoolean(4, decision.approved());
            insert.setString(5, decision.actor().toString());
            insert.setString(
                    6,
                    decision.onBehalfOf() == null ? null : decision.onBehalfOf().toString());
            insert.setString(7, Texts.refs(decision.persons()));
            insert.setString(8, decision.comment());
            RequestRows.set(insert, 9, decision.at());
            insert.executeUpdate();
        }
    }
}
