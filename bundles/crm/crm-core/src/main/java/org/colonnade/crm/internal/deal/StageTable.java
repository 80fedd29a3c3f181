package org.colonnade.crm.internal.deal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.deal.Stage;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.store.Work;

/** The stages as rows of their own: an opportunity's row refers to one, so that none disappears under it. */
final class StageTable {

    private static final String STANDING =
            "select stage, count(*) from crm_opportunity where pipeline = ? group by stage";
    private static final String OPEN =
            "select count(*) from crm_opportunity where pipeline = ? and state = 'OPEN' and archived = false";
    private static final String KNOWN = "select stage_key from crm_stage where pipeline = ?";
    private static final String ADD = "insert into crm_stage (pipeline, stage_key) values (?, ?)";
    private static final String REMOVE = "delete from crm_stage where pipeline = ? and stage_key = ?";

    private StageTable() {}

    /** How many opportunities stand, or stood last, in each stage. */
    static Map<String, Long> standing(Work work, String pipeline) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        Sql.query(
                work.unwrap(Connection.class),
                STANDING,
                row -> counts.put(row.getString(1), row.getLong(2)),
                pipeline);
        return counts;
    }

    /** How many opportunities are open on the pipeline. */
    static long open(Work work, String pipeline) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), OPEN, row -> row.getLong(1), pipeline)
                .get(0);
    }

    /** Makes the rows what the pipeline says. */
    static void keep(Work work, String pipeline, List<Stage> stages) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        List<String> known = Sql.query(connection, KNOWN, row -> row.getString(1), pipeline);
        List<String> wanted = stages.stream().map(Stage::key).toList();
        for (String key : wanted) {
            if (!known.contains(key)) {
                Sql.update(connection, ADD, pipeline, key);
            }
        }
        for (String key : known) {
            if (!wanted.contains(key)) {
                Sql.update(connection, REMOVE, pipeline, key);
            }
        }
    }
}
