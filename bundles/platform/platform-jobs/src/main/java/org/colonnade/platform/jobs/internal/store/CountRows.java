package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.store.Work;

/** How many jobs there are. Those that have ended are removed after a while, so there are never very many. */
public final class CountRows {

    private static final String ALL =
            "select kind, state, count(*) from jobs_job group by kind, state order by kind, state";

    private CountRows() {}

    /**
     * Of one kind and state.
     *
     * @param kind the kind of work
     * @param state where they stand
     * @param jobs how many
     */
    public record Count(String kind, String state, long jobs) {}

    /** By kind and state. */
    public static List<Count> all(Work work) throws SQLException {
        try (PreparedStatement select = work.unwrap(Connection.class).prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            List<Count> counts = new ArrayList<>();
            while (row.next()) {
                counts.add(new Count(row.getString(1), row.getString(2), row.getLong(3)));
            }
            return counts;
        }
    }
}
