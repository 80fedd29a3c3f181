package org.colonnade.platform.dossier.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activities;
import org.colonnade.platform.api.dossier.CalendarReport;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooLarge;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.dossier.internal.DossierModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Activities as a calendar, out and in. */
@Component(service = CalendarFiles.class)
@Path("/activities.ics")
public final class CalendarFiles {

    private static final int MOST_BYTES = 5 << 20;
    private static final String EVENT =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:5b1d@example.com\r\n"
                    + "DTSTAMP:20270101T000000Z\r\nDTSTART:20270301T020000Z\r\nDTEND:20270301T030000Z\r\n"
                    + "SUMMARY:Offer for the new office\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private final Activities activities;

    @Activate
    public CalendarFiles(@Reference Activities activities) {
        this.activities = activities;
    }

    @GET
    @Produces("text/calendar")
    @Requires(DossierModule.READ)
    @Operation(
            "The newest 1,000 activities of an owner that you may see, your own if none is named, as an iCalendar file")
    public Download feed(@QueryParam("owner") String owner, @Context Actor actor) {
        Ref whose = owner == null ? actor.ref() : ActivityFiles.owner(owner, actor);
        return ActivityFiles.download(activities.feed(actor, whose), "activities.ics");
    }

    @POST
    @Consumes("text/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.CHANGE)
    @Operation(
            value =
                    "Takes an iCalendar file in: events and to-dos become your activities; a REPLY notes what attendees answered",
            example = EVENT,
            problems = {"platform.calendar.unreadable", "platform.calendar.too-many", "platform.record.unknown"})
    public CalendarReport take(InputStream calendar, @QueryParam("about") Ref about, @Context Actor actor)
            throws IOException {
        byte[] bytes = calendar == null ? new byte[0] : calendar.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge("platform.calendar.too-large", "A calendar has at most " + MOST_BYTES + " bytes.");
        }
        return activities.take(actor, text(bytes), about);
    }

    /** UTF-8, as the standard says. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new Rejected("platform.calendar.unreadable", "The calendar is no UTF-8 text.");
        }
    }
}
