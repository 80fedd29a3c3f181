package org.colonnade.platform.measures.internal.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.colonnade.platform.api.currency.RateLeg;
import org.colonnade.platform.api.currency.RateQuery;
import org.colonnade.platform.api.currency.RateQuote;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.problem.Rejected;

/**
 * The way from one currency to another: the rate between both, or by way of the pivot.
 *
 * @param <X> how a search for what is kept can fail
 */
public final class RatePath<X extends Exception> {

    private final LastRate<X> last;

    /** @param last finds what is kept */
    public RatePath(LastRate<X> last) {
        this.last = last;
    }

    /** Finds kept rates. */
    @FunctionalInterface
    public interface LastRate<X extends Exception> {
        /** The last one on or before the day in exactly this direction; null if there is none. */
        KnownRate find(String base, String quote, RateType type, LocalDate on) throws X;
    }

    /**
     * The rate that counts.
     *
     * @param query complete: with maximum age and pivot
     * @throws Rejected {@code measures.rate.none}, {@code measures.rate.too-old}
     */
    public RateQuote find(RateQuery query) throws X {
        if (query.from().equals(query.to())) {
            return RateQuote.along(query.type(), query.on(), query.from(), query.to(), List.of());
        }
        RateLeg direct = leg(query, query.from(), query.to());
        if (direct != null && young(query, direct)) {
            return along(query, List.of(direct));
        }
        boolean way = !query.pivot().equals(query.from()) && !query.pivot().equals(query.to());
        RateLeg there = way ? leg(query, query.from(), query.pivot()) : null;
        RateLeg on = there == null ? null : leg(query, query.pivot(), query.to());
        if (on != null && young(query, there) && young(query, on)) {
            return along(query, List.of(there, on));
        }
        throw direct == null && on == null ? none(query) : tooOld(query, direct != null ? direct : older(there, on));
    }

    private static RateQuote along(RateQuery query, List<RateLeg> legs) {
        return RateQuote.along(query.type(), query.on(), query.from(), query.to(), legs);
    }

    /** Of what is kept in both directions the later; of the same day that of this one. */
    private RateLeg leg(RateQuery query, String from, String to) throws X {
        KnownRate straight = last.find(from, to, query.type(), query.on());
        KnownRate inverse = last.find(to, from, query.type().reversed(), query.on());
        if (inverse == null
                || straight != null
                        && !straight.rate().date().isBefore(inverse.rate().date())) {
            return straight == null ? null : straight.leg();
        }
        return inverse.leg().back();
    }

    private static boolean young(RateQuery query, RateLeg leg) {
        return ChronoUnit.DAYS.between(leg.date(), query.on()) <= query.maximumAge();
    }

    private static RateLeg older(RateLeg one, RateLeg other) {
        return other.date().isBefore(one.date()) ? other : one;
    }

    private static Rejected none(RateQuery query) {
        return new Rejected(
                "measures.rate.none",
                "No " + query.type() + " rate on or before " + query.on() + " leads from " + query.from() + " to "
                        + query.to() + ", neither between the two nor by way of " + query.pivot() + ".");
    }

    private static Rejected tooOld(RateQuery query, RateLeg leg) {
        return new Rejected(
                "measures.rate.too-old",
                "The last " + query.type() + " rate between " + leg.from() + " and " + leg.to() + " is of " + leg.date()
                        + ", more than " + query.maximumAge() + " days before " + query.on() + ".");
    }
}
