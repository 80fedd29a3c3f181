package org.colonnade.platform.api.currency;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.Ref;

/**
 * One kept rate on the way from one currency to another.
 *
 * @param from the currency before this step
 * @param to the currency after it
 * @param factor what one unit of the first is in the second, exactly
 * @param rate the record that says so
 * @param type its type
 * @param date from which day on it holds
 * @param quoted the number that it says
 * @param per for how many units of its base
 * @param inverted whether it was kept in the other direction
 * @param source who published it; may be null
 * @param knownAt since when it is known here, UTC
 */
public record RateLeg(
        String from,
        String to,
        Rational factor,
        Ref rate,
        RateType type,
        LocalDate date,
        BigDecimal quoted,
        long per,
        boolean inverted,
        String source,
        Instant knownAt) {

    /** The same step in the other direction. */
    public RateLeg back() {
        return new RateLeg(to, from, factor.inverse(), rate, type, date, quoted, per, !inverted, source, knownAt);
    }
}
