package org.colonnade.platform.api.job;

/**
 * This run must end now: the job was called off, its function or the platform stops, or another node has taken the job over. Thrown by
 * {@link JobRun}; a worker lets it through, and a transaction that it passes is not stored.
 */
public final class RunEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why for the log */
    public RunEnded(String why) {
        super(why, null, false, false);
    }
}
