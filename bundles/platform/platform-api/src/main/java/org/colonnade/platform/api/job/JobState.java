package org.colonnade.platform.api.job;

/** Where a job stands on its way: queued, running, and then one of the three ends. */
public enum JobState {
    /** Waits for its turn, for its next try, or for the function that can do it. */
    QUEUED,
    /** A node is at it. */
    RUNNING,
    /** Its work is done. */
    DONE,
    /** It was given up; the reason is with it. */
    FAILED,
    /** Somebody called it off. */
    CANCELLED;

    /** Whether nothing will change any more. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
