package org.colonnade.platform.measures.internal.domain;

import java.time.Instant;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.currency.RateLeg;

/**
 * A rate that is kept.
 *
 * @param id its id
 * @param rate what it says
 * @param knownAt since when, UTC
 */
public record KnownRate(String id, Rate rate, Instant knownAt) {

    /** The step from its base to the quoted currency. */
    RateLeg leg() {
        return new RateLeg(
                rate.base(),
                rate.quote(),
                rate.factor(),
                new Ref("measures", "rate", id),
                rate.type(),
                rate.date(),
                rate.rate(),
                rate.per(),
                false,
                rate.source(),
                knownAt);
    }
}
