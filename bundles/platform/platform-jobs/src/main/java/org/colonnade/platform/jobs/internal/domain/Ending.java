package org.colonnade.platform.jobs.internal.domain;

import java.time.Duration;
import org.colonnade.platform.api.job.Job.Failure;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;

/**
 * How a run ended, and so what becomes of its job.
 *
 * @param verdict what becomes of it
 * @param failure why it failed, or why this try did; null where nothing did
 * @param pause until the next try
 * @param counts whether this run was one of the tries that a job has
 */
public record Ending(Verdict verdict, Failure failure, Duration pause, boolean counts) {

    /** What becomes of the job. */
    public enum Verdict {
        DONE,
        FAILED,
        CANCELLED,
        /** Back into the queue. */
        AGAIN
    }

    /** Given up because it went wrong for no reason that its owner could mend. */
    public static final String DEFECT = "platform.job.failed";

    /** Given up because its process ended each time. */
    public static final String INTERRUPTED = "platform.job.interrupted";

    /** Given up because nobody may act for it any more. */
    public static final String OWNER_GONE = "platform.job.owner-gone";

    private static final Duration PARTNER_PAUSE = Duration.ofSeconds(5);
    private static final int FIRST_PAUSE_SECONDS = 5;

    private static final Failure OF_A_DEFECT = new Failure(
            DEFECT, "It went wrong for a reason that is not its owner's; the log tells more under the job's id.");

    /** The worker came back. */
    public static Ending well(boolean toldToStop) {
        return new Ending(toldToStop ? Verdict.CANCELLED : Verdict.DONE, null, Duration.ZERO, false);
    }

    /** The function or the platform stops; the job goes on from its checkpoint when there is a place to. */
    public static Ending leaving() {
        return new Ending(Verdict.AGAIN, null, Duration.ZERO, false);
    }

    /**
     * The worker threw.
     *
     * @param attempt which try it was
     * @param attempts how many there are
     * @param cancelling whether the job was called off
     * @param leaving whether the function or the platform stops
     */
    public static Ending of(Throwable thrown, int attempt, int attempts, boolean cancelling, boolean leaving) {
        if (cancelling && (thrown instanceof RunEnded || leaving)) {
            return new Ending(Verdict.CANCELLED, null, Duration.ZERO, false);
        }
        if (leaving) {
            return leaving();
        }
        if (thrown instanceof Unavailable away) {
            return new Ending(Verdict.AGAIN, failure(away), PARTNER_PAUSE, false);
        }
        if (thrown instanceof Problem problem) {
            return new Ending(Verdict.FAILED, failure(problem), Duration.ZERO, true);
        }
        return attempt >= attempts
                ? new Ending(Verdict.FAILED, OF_A_DEFECT, Duration.ZERO, true)
                : new Ending(Verdict.AGAIN, OF_A_DEFECT, pause(attempt), true);
    }

    /** Its node vanished. */
    public static Ending vanished(int attempt, int attempts, boolean cancelling) {
        if (cancelling) {
            return new Ending(Verdict.CANCELLED, null, Duration.ZERO, false);
        }
        return attempt < attempts
                ? new Ending(Verdict.AGAIN, null, Duration.ZERO, true)
                : new Ending(
                        Verdict.FAILED,
                        new Failure(
                                INTERRUPTED,
                                "Its process ended " + attempt
                                        + " times before it got any further, so it was given up."),
                        Duration.ZERO,
                        true);
    }

    /** Nobody may act for it. */
    public static Ending ownerGone() {
        return new Ending(
                Verdict.FAILED,
                new Failure(OWNER_GONE, "The account on whose behalf it would run is gone or locked out."),
                Duration.ZERO,
                true);
    }

    private static Duration pause(int attempt) {
        return Duration.ofSeconds((long) FIRST_PAUSE_SECONDS << Math.min(2 * (attempt - 1), 6));
    }

    private static Failure failure(Problem problem) {
        return new Failure(problem.code(), problem.getMessage());
    }
}
