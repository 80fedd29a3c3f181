package org.colonnade.platform.rest.internal.platform;

import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.EventStreams;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The event log, to read. */
@Component(service = EventResource.class)
@Path("/events")
@Produces("application/json")
public final class EventResource {

    /** So many stretches of the log are looked through for one page. */
    private static final int STRETCHES = 20;

    private final EventLog log;
    private final EventSight sight;

    @Activate
    public EventResource(@Reference EventLog log, @Reference EventSight sight) {
        this.log = log;
        this.sight = sight;
    }

    @GET
    @Requires(EventSight.READ)
    @Operation(
            value =
                    "Lists what happened to what one sees, oldest first; 'type' keeps some kinds of event (crm.party.created, crm.*)."
                            + " A page may hold less than was asked for while there is a next one",
            problems = {"platform.event.filter", "platform.page.limit", "platform.page.cursor"})
    public Page<EventLog.Entry> list(
            @QueryParam("type") String type,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        PageRequest page = PageRequest.of(limit, after);
        EventFilter filter = EventFilter.of(type);
        long position = position(page);
        List<EventLog.Entry> items = new ArrayList<>();
        for (int i = 0; i < STRETCHES && items.size() < page.limit(); i++) {
            EventLog.Slice slice = log.after(position, filter, page.limit() - items.size());
            if (slice.through() <= position) {
                return new Page<>(items, null);
            }
            items.addAll(sight.seen(actor, slice.events()));
            position = slice.through();
        }
        return new Page<>(items, position < log.head() ? PageRequest.cursor(position) : null);
    }

    private static long position(PageRequest page) {
        List<String> keys = page.keys(1);
        long position = keys.isEmpty() ? 0 : EventStreams.seen(keys.get(0));
        if (position < 0) {
            throw new Rejected(
                            "platform.page.cursor",
                            "The cursor is not one that this list gave out; start again without 'after'.")
                    .field("after", "unknown cursor");
        }
        return position;
    }
}
