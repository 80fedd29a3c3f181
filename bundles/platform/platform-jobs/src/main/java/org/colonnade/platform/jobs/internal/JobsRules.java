package org.colonnade.platform.jobs.internal;

import java.time.Duration;

/**
 * The configuration in the terms of the work.
 *
 * @param threads how many jobs run here at once
 * @param lease after which a silent node has lost its jobs
 * @param attempts without getting further, before a job is given up
 * @param retention of a job that has ended
 * @param jobsPerOwner that have not ended
 * @param jobBytes of the files of one job
 * @param folderBytes of the files of all jobs
 * @param streams at the same time
 * @param streamEnds after which a stream is ended
 */
public record JobsRules(
        int threads,
        Duration lease,
        int attempts,
        Duration retention,
        int jobsPerOwner,
        long jobBytes,
        long folderBytes,
        int streams,
        Duration streamEnds) {

    private static final int MEBIBYTE = 20;

    static JobsRules of(JobsConfig config) {
        return new JobsRules(
                within(config.threads(), 1, 64),
                Duration.ofSeconds(within(config.leaseSeconds(), 5, 600)),
                within(config.attempts(), 1, 100),
                Duration.ofDays(within(config.retentionDays(), 1, 3650)),
                within(config.jobsPerOwner(), 1, 100_000),
                (long) within(config.jobMegabytes(), 1, 1 << 20) << MEBIBYTE,
                (long) within(config.folderMegabytes(), 1, 104_857_600) << MEBIBYTE,
                within(config.streams(), 0, 1000),
                Duration.ofSeconds(within(config.streamSeconds(), 5, 3600)));
    }

    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
