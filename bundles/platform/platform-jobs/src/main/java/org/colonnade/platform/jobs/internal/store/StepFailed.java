package org.colonnade.platform.jobs.internal.store;

import java.sql.SQLException;

/** The database failed inside somebody else's transaction, which reads from the cause what that means. */
public final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepFailed(SQLException cause) {
        super("The tables of the jobs could not be written", cause);
    }

    /** Does it. */
    public static void unless(Step step) {
        try {
            step.run();
        } catch (SQLException failure) {
            throw new StepFailed(failure);
        }
    }

    /** What may fail. */
    @FunctionalInterface
    public interface Step {
        void run() throws SQLException;
    }
}
