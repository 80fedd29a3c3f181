package org.colonnade.platform.approvals.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Request.Decision;

/** What approvers said. */
public final class DecisionRows {

    private static final String OF_REQUEST = "select step, approved, actor, on_behalf_of, persons, remark, decided_at"
            + " from approvals_decision where request = ? order by id";
    private static final String ADD =
            "insert into approvals_decision (id, request, step, approved, actor, on_behalf_of, persons, remark,"
                    + " decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private DecisionRows() {}

    /** Those of a request, in order. */
    public static List<Decision> of(Work work, long request) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (PreparedStatement query = RequestRows.statement(work, OF_REQUEST)) {
            query.setLong(1, request);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String behalf = row.getString(4);
                    decisions.add(new Decision(
                            row.getInt(1),
                            row.getBoolean(2),
                            Ref.parse(row.getString(3)),
                            behalf == null ? null : Ref.parse(behalf),
                            Texts.refs(row.getString(5)),
                            row.getString(6),
                            RequestRows.instant(row, 7)));
                }
            }
        }
        return decisions;
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
