package org.colonnade.platform.privacy.internal;

import java.time.Instant;

/**
 * One run of a retention rule.
 *
 * @param id of the run
 * @param trigger ASKED or SCHEDULED
 * @param startedBy who, as a reference
 * @param startedAt UTC
 * @param finishedAt UTC; null while it runs
 * @param done how many records were dealt with
 * @param kept how many records a hold keeps
 * @param failure why it ended early, or null
 */
public record RetentionRun(
        String id,
        String trigger,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        long done,
        long kept,
        String failure) {}
