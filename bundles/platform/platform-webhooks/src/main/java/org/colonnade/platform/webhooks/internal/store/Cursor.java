package org.colonnade.platform.webhooks.internal.store;

import java.time.Instant;

/**
 * Where a subscriber stands in the log, and how it fares.
 *
 * @param subscriber its id
 * @param position the last event of the log that was looked at for it
 * @param holder the node that sends, or null
 * @param heldUntil how long that node's word holds
 * @param pausedCode why nothing is sent until somebody says so, or null
 * @param pausedAt since when
 * @param failures one after the other
 * @param failingSince the first of them, or null
 * @param retryAt before which nothing is sent, or null
 * @param successAt when something was taken last, or null
 * @param failureAt when something was not taken last, or null
 * @param failure why, or null
 */
public record Cursor(
        long subscriber,
        long position,
        String holder,
        Instant heldUntil,
        String pausedCode,
        Instant pausedAt,
        int failures,
        Instant failingSince,
        Instant retryAt,
        Instant successAt,
        Instant failureAt,
        String failure) {}
