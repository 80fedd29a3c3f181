package org.colonnade.crm.internal.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.deal.Forecast;
import org.colonnade.crm.api.deal.ForecastBy;
import org.colonnade.crm.api.deal.ForecastDesk;
import org.colonnade.crm.api.deal.ForecastQuery;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is going to be sold. */
@Component(service = Forecasts.class)
@Path("/forecast")
@Produces(MediaType.APPLICATION_JSON)
public class Forecasts {

    private final ForecastDesk desk;

    @Activate
    public Forecasts(@Reference ForecastDesk desk) {
        this.desk = desk;
    }

    /** What the query string narrows a forecast to. */
    private record Asked(
            String from, String to, String by, String pipeline, String owner, String team, String asOf) {

        ForecastQuery query() {
            ForecastBy unit = Given.word(ForecastBy.class, "by", by);
            return new ForecastQuery(
                    read("from", from, LocalDate::parse),
                    read("to", to, LocalDate::parse),
                    unit == null ? ForecastBy.MONTH : unit,
                    read("pipeline", pipeline, Ref::parse),
                    read("owner", owner, Ref::parse),
                    read("team", team, Ref::parse),
                    read("asOf", asOf, Asked::instant));
        }

        /** A day means its end. */
        private static Instant instant(String text) {
            return text.length() == 10
                    ? LocalDate.parse(text).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        }

        private static <T> T read(String name, String text, Function<String, T> reader) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (DateTimeParseException | IllegalArgumentException unreadable) {
                throw new Rejected("crm.forecast.invalid", "One field is not right.").field(name, "cannot be read");
            }
        }
    }

    @GET
    @Requires(ForecastDesk.READ)
    @Operation(
            value = "What opportunities promise by month (or by=week, quarter) of their close, for each currency; asOf a day or an"
                    + " instant tells what was promised then; with explain=true what each opportunity adds, page by page",
            answers = Forecast.class,
            problems = {"crm.forecast.invalid", "crm.query.invalid", "platform.page.cursor", "platform.page.limit"})
    public Response forecast(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("by") String by,
            @QueryParam("pipeline") String pipeline,
            @QueryParam("owner") String owner,
            @QueryParam("team") String team,
            @QueryParam("asOf") String asOf,
            @QueryParam("explain") String explain,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        ForecastQuery query = new Asked(from, to, by, pipeline, owner, team, asOf).query();
        if (Given.flag("explain", explain)) {
            Page<Forecast.Contribution> page = desk.explain(actor, query, PageRequest.of(limit, after));
            return Response.ok(page).build();
        }
        return Response.ok(desk.forecast(actor, query)).build();
    }
}
