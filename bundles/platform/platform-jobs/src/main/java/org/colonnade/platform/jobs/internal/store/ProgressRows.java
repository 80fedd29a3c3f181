package org.colonnade.platform.jobs.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.colonnade.platform.api.store.Work;

/** Where the runs stand. */
public final class ProgressRows {

    private static final String STORE =
            "update jobs_progress set done = ?, total = ?, message = ?, checkpoint = coalesce(?, checkpoint), attempts = 0,"
                    + " changed_at = ?, change = change + 1 where job_id = ? and run = ?";

    private ProgressRows() {}

    /**
     * A step of a run.
     *
     * @param total negative while it is not known
     * @param checkpoint null keeps the one before
     */
    public record Step(long job, long run, long done, long total, String message, String checkpoint) {}

    /** Stores the step in whichever function's transaction. @return false if the run has lost its job */
    public static boolean stored(Work work, Step step) {
        try (PreparedStatement store = work.unwrap(Connection.class).prepareStatement(STORE)) {
            store.setLong(1, step.done());
            if (step.total() < 0) {
                store.setNull(2, Types.BIGINT);
            } else {
                store.setLong(2, step.total());
            }
            store.setString(3, step.message());
            store.setString(4, step.checkpoint());
            Times.set(store, 5, work.now());
            store.setLong(6, step.job());
            store.setLong(7, step.run());
            return store.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new StepFailed(failure);
        }
    }
}
