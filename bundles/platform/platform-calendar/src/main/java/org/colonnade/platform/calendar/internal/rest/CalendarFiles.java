package org.colonnade.platform.calendar.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.TooLarge;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.calendar.internal.CalendarFeeds;
import org.colonnade.platform.calendar.internal.Calendars;
import org.colonnade.platform.calendar.internal.domain.FeedMerge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The days of a calendar as iCalendar, out and in. */
@Component(service = CalendarFiles.class)
@Path("/calendars")
public class CalendarFiles {

    private static final int MOST_BYTES = 5 << 20;
    private static final String FEED =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:summer-2027@example.com\r\n"
                    + "DTSTAMP:20270101T000000Z\r\nDTSTART;VALUE=DATE:20270802\r\nDTEND;VALUE=DATE:20270814\r\n"
                    + "SUMMARY:Summer break\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private final Calendars calendars;
    private final CalendarFeeds feeds;

    @Activate
    public CalendarFiles(@Reference Calendars calendars, @Reference CalendarFeeds feeds) {
        this.calendars = calendars;
        this.feeds = feeds;
    }

    @GET
    @Path("{id}/feed.ics")
    @Produces("text/calendar")
    @Requires(Calendars.READ)
    @Operation(
            value =
                    "The closures of a calendar, and its holidays from last year to the year after the next, as iCalendar",
            problems = "calendar.business.not-found")
    public Download feed(@PathParam("id") String id, @Context Actor actor) {
        byte[] text = feeds.write(calendars.desk().read(actor, id)).getBytes(StandardCharsets.UTF_8);
        return new Download("text/calendar;charset=utf-8", "calendar-" + id + ".ics", out -> out.write(text));
    }

    @POST
    @Path("{id}/feed.ics")
    @Consumes("text/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Calendars.CHANGE)
    @Operation(
            value = "Takes a feed in: each event of whole days becomes a closure, or replaces that of the same UID",
            example = FEED,
            problems = {
                "calendar.business.not-found",
                "calendar.business.archived",
                "calendar.feed.too-many",
                "calendar.feed.too-large",
                "platform.calendar.unreadable",
                "platform.calendar.too-many"
            })
    public FeedMerge.Report take(@PathParam("id") String id, InputStream file, @Context Actor actor)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge("calendar.feed.too-large", "A feed has at most " + MOST_BYTES + " bytes.");
        }
        return feeds.take(actor, id, bytes);
    }
}
