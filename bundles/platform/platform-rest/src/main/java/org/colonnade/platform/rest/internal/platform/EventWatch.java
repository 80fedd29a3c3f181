package org.colonnade.platform.rest.internal.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.web.EventStreams;

/** Somebody who watches the log: hears of what happens to what they see, from a position on. */
final class EventWatch implements EventStreams.Source {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 200;

    /** So many stretches of the log are told, then it is asked whether the stream shall end. */
    private static final int STRETCHES = 20;

    /** What an account may is asked for anew so often. */
    private static final long ADMISSION_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** So many positions that told nothing are passed before the caller is told where it stands. */
    private static final long SILENT = 1_000;

    private final EventLog log;
    private final EventSight sight;
    private final EventFilter filter;
    private final Supplier<Actor> admission;
    private Actor actor;
    private long admitted;
    private long position;
    private long told;

    /** @param admission tells how the caller stands now, or throws when it is let in no more */
    EventWatch(EventLog log, EventSight sight, EventFilter filter, Supplier<Actor> admission, long position) {
        this.log = log;
        this.sight = sight;
        this.filter = filter;
        this.admission = admission;
        this.position = position;
        this.told = position;
    }

    @Override
    public boolean look(EventStreams.Sink sink) throws IOException {
        for (int i = 0; i < STRETCHES; i++) {
            admit();
            EventLog.Slice slice = log.after(position, filter, MOST);
            for (EventLog.Entry event : sight.seen(actor, slice.events())) {
                told = event.position();
                sink.event(Long.toString(told), event.type(), line(event));
            }
            boolean further = slice.through() > position;
            position = Math.max(position, slice.through());
            if (position - told >= SILENT) {
                told = position;
                sink.event(Long.toString(told), null, null);
            }
            if (!further) {
                return true;
            }
        }
        return true;
    }

    private void admit() {
        if (actor == null || System.nanoTime() - admitted > ADMISSION_NANOS) {
            actor = admission.get();
            if (!actor.may(EventSight.READ) && !actor.may(EventSight.READ_ALL)) {
                throw new Forbidden(EventSight.READ);
            }
            admitted = System.nanoTime();
        }
    }

    private static String line(EventLog.Entry event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", event.id());
        json.put("position", event.position());
        json.put("type", event.type());
        json.put("subject", event.subject());
        json.put("at", event.at().toString());
        json.put("actor", event.actor());
        json.put("requestId", event.requestId());
        json.putRawValue("data", new RawValue(event.data()));
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
