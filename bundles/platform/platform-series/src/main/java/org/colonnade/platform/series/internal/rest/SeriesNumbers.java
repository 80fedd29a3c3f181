package org.colonnade.platform.series.internal.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.series.internal.SeriesDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far a series has come, and which records have its numbers. */
@Component(service = SeriesNumbers.class)
@Path("/series")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesNumbers {

    private final SeriesDesk desk;
    private final Clock clock;

    @Activate
    public SeriesNumbers(@Reference SeriesDesk desk) {
        this(desk, Clock.systemUTC());
    }

    SeriesNumbers(SeriesDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Periods.
     *
     * @param items the latest first
     */
    public record Periods(List<SeriesDesk.Reached> items) {}

    /**
     * With which number a period begins.
     *
     * @param date a date in the period
     * @param first the first number
     */
    public record Beginning(LocalDate date, long first) {}

    @GET
    @Path("{id}/next")
    @Requires(SeriesDesk.READ)
    @Operation(
            value =
                    "The number that would be next for a document's date, today (UTC) if none is named; nothing is given",
            problems = {"series.series.not-found", "series.date.invalid"})
    public SeriesDesk.Next next(@PathParam("id") String id, @QueryParam("date") LocalDate date, @Context Actor actor) {
        return desk.next(actor, id, date == null ? LocalDate.now(clock) : date);
    }

    @GET
    @Path("{id}/periods")
    @Requires(SeriesDesk.READ)
    @Operation(value = "How far a series has come in each period", problems = "series.series.not-found")
    public Periods periods(@PathParam("id") String id, @Context Actor actor) {
        return new Periods(desk.periods(actor, id));
    }

    @POST
    @Path("{id}/periods")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(SeriesDesk.CHANGE)
    @Operation(
            value =
                    "Lets a period without numbers begin with another one than 1, for a series that goes on from elsewhere",
            example = "{\"date\": \"2099-07-01\", \"first\": 4711}",
            problems = {"series.series.not-found", "series.period.begun", "series.period.invalid", "series.date.invalid"
            })
    public SeriesDesk.Next begin(@PathParam("id") String id, Beginning beginning, @Context Actor actor) {
        return desk.begin(actor, id, beginning.date(), beginning.first());
    }

    @GET
    @Path("{id}/numbers")
    @Requires(SeriesDesk.NUMBERS)
    @Operation(
            value = "The numbers of a series, the latest first, with what has them and when they were given",
            of = GivenNumber.class,
            problems = {"series.series.not-found", "platform.page.limit", "platform.page.cursor"})
    public Page<GivenNumber> numbers(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return desk.numbers(actor, id, PageRequest.of(limit, after));
    }
}
