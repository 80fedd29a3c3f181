package org.colonnade.platform.jobs.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.testkit.TestDatabase;

/** Another function with a table: the effects that jobs shall have once. */
final class Tally {

    private static final String MARK = "insert into tally_mark (id, job, row_number) values (?, ?, ?)";
    private static final String MARKS = "select row_number from tally_mark order by row_number";

    private final Tx tx;

    Tally(TestDatabase database) {
        tx = database.tx("tally");
    }

    /** Marks rows and stores the progress, in one transaction. */
    void step(JobRun run, int from, int to, int total, Runnable meanwhile) {
        tx.write(work -> {
            try (PreparedStatement mark = work.unwrap(Connection.class).prepareStatement(MARK)) {
                for (int row = from; row < to; row++) {
                    mark.setLong(1, work.newId());
                    mark.setString(2, run.id());
                    mark.setInt(3, row);
                    mark.executeUpdate();
                }
            }
            run.progress(work, to, total, Integer.toString(to));
            meanwhile.run();
            return null;
        });
    }

    static int start(JobRun run) {
        return run.checkpoint() == null ? 0 : Integer.parseInt(run.checkpoint());
    }

    List<Integer> marks() {
        return tx.read(work -> {
            List<Integer> rows = new ArrayList<>();
            try (Statement statement = work.unwrap(Connection.class).createStatement();
                    ResultSet row = statement.executeQuery(MARKS)) {
                while (row.next()) {
                    rows.add(row.getInt(1));
                }
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
            return rows;
        });
    }
}
