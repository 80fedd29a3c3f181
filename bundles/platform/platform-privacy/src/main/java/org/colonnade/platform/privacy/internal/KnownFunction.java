package org.colonnade.platform.privacy.internal;

import java.time.Instant;

/**
 * A function that was here once and may keep personal data, also while it is stopped or removed: removing it parks its data.
 *
 * @param module its id
 * @param keepsData whether it keeps personal data
 * @param declaresHolds whether it may want something kept
 * @param present whether it is here now
 * @param firstSeen UTC
 * @param dismissedBy who said that its data is gone for good and nobody need wait for it, as a reference; or null
 */
public record KnownFunction(
        String module,
        boolean keepsData,
        boolean declaresHolds,
        boolean present,
        Instant firstSeen,
        String dismissedBy) {}
