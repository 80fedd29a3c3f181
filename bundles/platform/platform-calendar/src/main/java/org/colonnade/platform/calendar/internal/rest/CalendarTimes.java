package org.colonnade.platform.calendar.internal.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.calendar.BusinessCalendar;
import org.colonnade.platform.api.calendar.Holiday;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.calendar.internal.Calendars;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What time means in a calendar. */
@Component(service = CalendarTimes.class)
@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarTimes {

    private final Calendars calendars;
    private final Clock clock;

    @Activate
    public CalendarTimes(@Reference Calendars calendars) {
        this(calendars, Clock.systemUTC());
    }

    CalendarTimes(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Whether it is open.
     *
     * @param at the moment, UTC
     * @param open whether it is
     */
    public record Open(Instant at, boolean open) {}

    /**
     * When it is open next.
     *
     * @param at the moment, UTC
     * @param next the first open moment from there on, UTC
     */
    public record NextOpen(Instant at, Instant next) {}

    /**
     * Working time added.
     *
     * @param at the moment, UTC
     * @param duration the working time
     * @param result where it has passed, UTC
     */
    public record Added(Instant at, Duration duration, Instant result) {}

    /**
     * Working time between two moments.
     *
     * @param from the first, UTC
     * @param until the second, UTC
     * @param workingTime how much lies between them
     * @param workingDays how many working days, from the local day of the first until that of the second, which does not count
     */
    public record Between(Instant from, Instant until, Duration workingTime, int workingDays) {}

    /**
     * Holidays.
     *
     * @param year the year
     * @param items by date
     */
    public record Year(int year, List<Holiday> items) {}

    @GET
    @Path("{id}/open")
    @Requires(Calendars.READ)
    @Operation(
            value = "Whether a calendar is open at a moment, now if none is named",
            problems = {"calendar.business.not-found", "calendar.moment.beyond"})
    public Open open(@PathParam("id") String id, @QueryParam("at") Instant at, @Context Actor actor) {
        Instant moment = orNow(at);
        return new Open(moment, calendar(actor, id).isOpen(moment));
    }

    @GET
    @Path("{id}/next-open")
    @Requires(Calendars.READ)
    @Operation(
            value = "The first moment from one on, now if none is named, at which a calendar is open",
            problems = {"calendar.business.not-found", "calendar.never-open", "calendar.moment.beyond"})
    public NextOpen nextOpen(@PathParam("id") String id, @QueryParam("at") Instant at, @Context Actor actor) {
        Instant moment = orNow(at);
        return new NextOpen(moment, calendar(actor, id).nextOpen(moment));
    }

    @GET
    @Path("{id}/add")
    @Requires(Calendars.READ)
    @Operation(
            value = "Where a working time, such as PT4H or -PT30M, has passed from a moment on, now if none is named",
            problems = {
                "calendar.business.not-found",
                "calendar.never-open",
                "calendar.not-enough-time",
                "calendar.moment.beyond",
                "platform.parameter.missing"
            })
    public Added add(
            @PathParam("id") String id,
            @QueryParam("at") Instant at,
            @QueryParam("duration") Duration duration,
            @Context Actor actor) {
        Instant moment = orNow(at);
        return new Added(
                moment, required("duration", duration), calendar(actor, id).add(moment, duration));
    }

    @GET
    @Path("{id}/between")
    @Requires(Calendars.READ)
    @Operation(
            value =
                    "The working time and the working days from one moment until another; negative where that is earlier",
            problems = {"calendar.business.not-found", "calendar.moment.beyond", "platform.parameter.missing"})
    public Between between(
            @PathParam("id") String id,
            @QueryParam("from") Instant from,
            @QueryParam("until") Instant until,
            @Context Actor actor) {
        BusinessCalendar calendar = calendar(actor, id);
        ZoneId zone = calendar.zone();
        Duration time = calendar.between(required("from", from), required("until", until));
        int days = calendar.workingDaysBetween(
                from.atZone(zone).toLocalDate(), until.atZone(zone).toLocalDate());
        return new Between(from, until, time, days);
    }

    @GET
    @Path("{id}/holidays")
    @Requires(Calendars.READ)
    @Operation(
            value = "The public holidays of a calendar's sets in a year, this one if none is named",
            problems = {"calendar.business.not-found", "calendar.moment.beyond"})
    public Year holidays(@PathParam("id") String id, @QueryParam("year") Integer year, @Context Actor actor) {
        BusinessCalendar calendar = calendar(actor, id);
        int asked = year == null ? clock.instant().atZone(calendar.zone()).getYear() : year;
        return new Year(asked, calendar.holidays(asked));
    }

    private BusinessCalendar calendar(Actor actor, String id) {
        return calendars.view(calendars.desk().read(actor, id));
    }

    private Instant orNow(Instant at) {
        return at == null ? clock.instant() : at;
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw new Malformed(
                    "platform.parameter.missing",
                    "This needs the query parameter '" + name + "'.",
                    List.of(new Rejected.Field(name, "is required")));
        }
        return value;
    }
}
