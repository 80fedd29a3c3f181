package org.colonnade.platform.series.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.series.internal.SeriesDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which record has a number, and which numbers a record has. */
@Component(service = NumberSearch.class)
@Path("/numbers")
@Produces(MediaType.APPLICATION_JSON)
public class NumberSearch {

    private final SeriesDesk desk;

    @Activate
    public NumberSearch(@Reference SeriesDesk desk) {
        this.desk = desk;
    }

    /**
     * Numbers.
     *
     * @param items by series, period and number
     */
    public record Numbers(List<GivenNumber> items) {}

    @GET
    @Requires(SeriesDesk.NUMBERS)
    @Operation(
            value = "What has the number that reads so, or the numbers of a record; names either 'text' or 'record'",
            problems = "platform.parameter.missing")
    public Numbers find(@QueryParam("text") String text, @QueryParam("record") String record, @Context Actor actor) {
        if ((text == null) == (record == null)) {
            throw new Malformed(
                    "platform.parameter.missing",
                    "This needs either the query parameter 'text' or 'record'.",
                    List.of(new Rejected.Field("text", "is required"), new Rejected.Field("record", "is required")));
        }
        return new Numbers(desk.find(actor, text, record));
    }
}
