package org.colonnade.platform.measures.internal.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.currency.RateLeg;
import org.colonnade.platform.api.currency.RateQuote;
import org.colonnade.platform.api.currency.RateType;

/**
 * A rate with the way to it.
 *
 * @param from the currency of what there is
 * @param to the currency of what is wanted
 * @param type what the rate is for
 * @param on the day that was asked for
 * @param factor what one unit of the first is in the second, exactly, a fraction
 * @param decimal the same as a decimal number, rounded half even to 20 digits after the point
 * @param legs the kept rates that lead there, in their order; none where both currencies are the same
 */
public record RateShown(
        String from, String to, RateType type, LocalDate on, String factor, BigDecimal decimal, List<Leg> legs) {

    private static final int DIGITS = 20;

    static RateShown of(RateQuote quote) {
        return new RateShown(
                quote.from(),
                quote.to(),
                quote.type(),
                quote.on(),
                quote.factor().toString(),
                quote.factor().rounded(DIGITS, RoundingMode.HALF_EVEN),
                quote.legs().stream().map(Leg::of).toList());
    }

    /**
     * One kept rate on the way.
     *
     * @param from the currency before
     * @param to the currency after
     * @param factor what one unit of the first is in the second, exactly, a fraction
     * @param rate the record that says so
     * @param type its type
     * @param date from which day on it holds
     * @param quoted the number that it says
     * @param per for how many units of its base
     * @param inverted whether it was kept in the other direction
     * @param source who published it
     * @param knownAt since when it is known here, UTC
     */
    public record Leg(
            String from,
            String to,
            String factor,
            Ref rate,
            RateType type,
            LocalDate date,
            BigDecimal quoted,
            long per,
            boolean inverted,
            String source,
            Instant knownAt) {

        static Leg of(RateLeg leg) {
            return new Leg(
                    leg.from(),
                    leg.to(),
                    leg.factor().toString(),
                    leg.rate(),
                    leg.type(),
                    leg.date(),
                    leg.quoted(),
                    leg.per(),
                    leg.inverted(),
                    leg.source(),
                    leg.knownAt());
        }
    }
}
