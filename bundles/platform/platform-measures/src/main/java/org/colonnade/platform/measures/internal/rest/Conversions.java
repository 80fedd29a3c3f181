package org.colonnade.platform.measures.internal.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.currency.Conversion;
import org.colonnade.platform.api.currency.Currencies;
import org.colonnade.platform.api.currency.RateQuery;
import org.colonnade.platform.api.currency.RateQuote;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.currency.Rates;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.unit.UnitInfo;
import org.colonnade.platform.api.unit.Units;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.measures.internal.RateRecords;
import org.colonnade.platform.measures.internal.UnitRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What something is in another currency or unit. */
@Component(service = Conversions.class)
@Path("/conversions")
@Produces(MediaType.APPLICATION_JSON)
public class Conversions {

    private static final int MOST_DAYS = 36_500;
    private static final int MOST_DIGITS = 40;
    private static final int USUAL_DIGITS = 12;

    private final Rates rates;
    private final Currencies currencies;
    private final Units units;
    private final Clock clock;

    @Activate
    public Conversions(@Reference Rates rates, @Reference Currencies currencies, @Reference Units units) {
        this(rates, currencies, units, Clock.systemUTC());
    }

    Conversions(Rates rates, Currencies currencies, Units units, Clock clock) {
        this.rates = rates;
        this.currencies = currencies;
        this.units = units;
        this.clock = clock;
    }

    /**
     * An amount in another currency.
     *
     * @param given what there was
     * @param amount what it is, rounded to the minor unit
     * @param exact what it is exactly, a fraction
     * @param remainder what the rounding took away, a fraction; negative where it added
     */
    public record Part(Money given, Money amount, String exact, String remainder) {

        static Part of(Conversion one) {
            return new Part(
                    one.given(),
                    one.amount(),
                    one.exact().toString(),
                    one.remainder().toString());
        }
    }

    /**
     * Amounts in another currency. The parts add up to the total, which is converted as a whole and rounded once.
     *
     * @param total what all of them are
     * @param rounding how the total is rounded
     * @param parts each, in the order in which they were given
     * @param rate by which rate
     */
    public record Converted(Part total, RoundingMode rounding, List<Part> parts, RateShown rate) {}

    /**
     * A quantity in another unit.
     *
     * @param value how much there was
     * @param from in which unit
     * @param to the other unit
     * @param exact how much it is in the other unit, a fraction
     * @param result the same, rounded to the digits that were asked for
     * @param remainder what the rounding took away, a fraction
     */
    public record Measured(
            BigDecimal value, String from, String to, String exact, BigDecimal result, String remainder) {}

    @GET
    @Path("rate")
    @Requires(RateRecords.READ)
    @Operation(
            value =
                    "The rate from one currency to another on a day, today (UTC) if none is named, and the kept rates that lead there",
            problems = {
                "measures.currency.unknown",
                "measures.rate.none",
                "measures.rate.too-old",
                "platform.parameter.missing"
            })
    public RateShown rate(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("type") RateType type,
            @QueryParam("on") LocalDate on,
            @QueryParam("asKnown") Instant asKnown,
            @QueryParam("maximumAge") Integer maximumAge,
            @QueryParam("pivot") String pivot) {
        return RateShown.of(quote(from, to, type, on, asKnown, maximumAge, pivot));
    }

    @GET
    @Path("money")
    @Requires(RateRecords.READ)
    @Operation(
            value =
                    "What amounts are in another currency: repeat amount=… for the parts of a whole, whose rounded parts add up to it",
            problems = {
                "measures.currency.unknown",
                "measures.currency.not-kept",
                "measures.currency.no-minor-unit",
                "measures.rate.none",
                "measures.rate.too-old",
                "measures.amount.not-exact",
                "platform.parameter.missing"
            })
    public Converted money(
            @QueryParam("amount") List<BigDecimal> amounts,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("type") RateType type,
            @QueryParam("on") LocalDate on,
            @QueryParam("rounding") RoundingMode rounding,
            @QueryParam("asKnown") Instant asKnown,
            @QueryParam("maximumAge") Integer maximumAge,
            @QueryParam("pivot") String pivot) {
        Asked.required("amount", amounts == null || amounts.isEmpty() ? null : amounts);
        RateQuote quote = quote(from, to, type, on, asKnown, maximumAge, pivot);
        List<Money> parts = given(amounts, from);
        RoundingMode mode = rounding == null ? RoundingMode.HALF_EVEN : rounding;
        Money whole = parts.stream().reduce(Money::plus).orElseThrow();
        try {
            List<Part> converted =
                    quote.convertParts(parts, mode).stream().map(Part::of).toList();
            return new Converted(Part.of(quote.convert(whole, mode)), mode, converted, RateShown.of(quote));
        } catch (ArithmeticException needed) {
            throw new Rejected(
                    "measures.amount.not-exact", "The result has to be rounded, which UNNECESSARY does not allow.");
        }
    }

    @GET
    @Path("quantity")
    @Requires(UnitRecords.READ)
    @Operation(
            value = "What a quantity is in another unit, exactly; difference=true for a difference of two temperatures",
            problems = {
                "measures.unit.unknown",
                "measures.unit.incompatible",
                "measures.amount.not-exact",
                "platform.parameter.missing"
            })
    public Measured quantity(
            @QueryParam("value") BigDecimal value,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("difference") Boolean difference,
            @QueryParam("digits") Integer digits,
            @QueryParam("rounding") RoundingMode rounding) {
        UnitInfo unit = units.get(Asked.required("from", from));
        UnitInfo target = units.get(Asked.required("to", to));
        Rational given = Rational.of(Asked.required("value", value));
        Integer scale = Asked.between("digits", digits, 0, MOST_DIGITS);
        UnitRecords.comparable(unit, target);
        Rational exact = Boolean.TRUE.equals(difference) ? unit.difference(given, target) : unit.convert(given, target);
        try {
            BigDecimal result = exact.rounded(
                    scale == null ? USUAL_DIGITS : scale, rounding == null ? RoundingMode.HALF_EVEN : rounding);
            String rest = exact.minus(Rational.of(result)).toString();
            return new Measured(value, from, to, exact.toString(), result, rest);
        } catch (ArithmeticException needed) {
            throw new Rejected(
                    "measures.amount.not-exact", "The result has to be rounded, which UNNECESSARY does not allow.");
        }
    }

    private RateQuote quote(
            String from, String to, RateType type, LocalDate on, Instant asKnown, Integer maximumAge, String pivot) {
        return rates.quote(new RateQuery(
                Asked.required("from", from),
                Asked.required("to", to),
                type == null ? RateType.OFFICIAL : type,
                on == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : on,
                asKnown,
                Asked.between("maximumAge", maximumAge, 0, MOST_DAYS),
                pivot));
    }

    private List<Money> given(List<BigDecimal> amounts, String from) {
        if (!currencies.get(from).money()) {
            throw new Rejected("measures.currency.not-kept", "Amounts in " + from + " cannot be kept here.");
        }
        List<Money> given = new ArrayList<>();
        amounts.forEach(amount -> given.add(new Money(amount, Currency.getInstance(from))));
        return given;
    }
}
