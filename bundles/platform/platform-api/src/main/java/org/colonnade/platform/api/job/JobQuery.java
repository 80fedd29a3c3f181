package org.colonnade.platform.api.job;

/**
 * Which jobs a list shows.
 *
 * @param state only those that stand there; null for all
 * @param kind only those of the kind; null for all
 * @param mine only the caller's own, also when the caller may see others'
 */
public record JobQuery(JobState state, String kind, boolean mine) {

    /** All that the caller may see. */
    public static final JobQuery ALL = new JobQuery(null, null, false);
}
