package org.colonnade.platform.approvals.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Which rules a kind has. */
public final class RuleRows {

    private static final String OF_KIND =
            "select id from approvals_rule where kind = ? and archived = false order by id";
    private static final String EVER = "select id from approvals_rule where kind = ? order by id limit 1";

    private RuleRows() {}

    /** The ids of the rules that hold for a kind. */
    public static List<String> of(Work work, String kind) throws SQLException {
        return ids(work, OF_KIND, kind);
    }

    /** Whether there ever was one. */
    public static boolean any(Work work, String kind) throws SQLException {
        return !ids(work, EVER, kind).isEmpty();
    }

    private static List<String> ids(Work work, String sql, String kind) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement query = RequestRows.statement(work, sql)) {
            query.setString(1, kind);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(Tsid.text(row.getLong(1)));
                }
            }
        }
        return ids;
    }
}
