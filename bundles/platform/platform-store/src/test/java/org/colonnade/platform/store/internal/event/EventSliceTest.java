package org.colonnade.platform.store.internal.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.event.Marks.Ignored;
import org.colonnade.platform.store.internal.event.Marks.Marked;
import org.junit.Assert;
import org.junit.Test;

/** The log as those read it who keep their own place in it. */
public class EventSliceTest extends OnBoth {

    @Test
    public void itIsReadInStretchesWithoutLosingAnything() throws Exception {
        EventLog log = store.eventLog();
        assertEquals(0, log.head());
        assertEquals(new EventLog.Slice(List.of(), 0), log.after(0, EventFilter.ALL, 10));
        publish(25);
        assertEquals("what has no place yet is not there", 0, log.head());
        store.dispatcher().drain();
        assertEquals(50, log.head());
        assertEquals(positions(1, 50), read(log, EventFilter.ALL, 7));
        List<Long> marked = read(log, EventFilter.of("desk.line.marked"), 7);
        assertEquals(25, marked.size());
        assertEquals(marked, read(log, EventFilter.of("crm.*, desk.line.marked"), 100));
        assertEquals(50, read(log, EventFilter.of("desk.*"), 10).size());
        EventLog.Slice none = log.after(0, EventFilter.of("crm.*"), 10);
        assertEquals(new EventLog.Slice(List.of(), 50), none);
        assertEquals(new EventLog.Slice(List.of(), 60), log.after(60, EventFilter.ALL, 10));
        assertEquals(new EventLog.Slice(List.of(), 60), log.after(60, EventFilter.of("desk.*"), 10));
    }

    @Test
    public void aStretchThatNobodyWantsIsPassedInSteps() throws Exception {
        for (int i = 0; i < 11; i++) {
            publish(100);
        }
        desk.write(work -> {
            work.publish(Marked.of(7, 7));
            return null;
        });
        store.dispatcher().drain();
        EventLog log = store.eventLog();
        assertEquals(2_201, log.head());
        EventFilter last = EventFilter.of("desk.line.marked");
        assertEquals(1_101, read(log, last, 500).size());
        EventLog.Slice first = log.after(0, EventFilter.of("crm.party.created"), 10);
        assertEquals(new EventLog.Slice(List.of(), 2_000), first);
        assertEquals(
                2_201,
                log.after(first.through(), EventFilter.of("crm.party.created"), 10)
                        .through());
    }

    @Test
    public void eventsAreFoundByTheirPlacesAndByTime() throws Exception {
        Instant before = Instant.now().minus(Duration.ofMillis(5));
        publish(5);
        store.dispatcher().drain();
        EventLog log = store.eventLog();
        assertEquals(
                List.of(2L, 9L),
                log.at(List.of(9L, 2L, 4_000L)).stream()
                        .map(EventLog.Entry::position)
                        .toList());
        assertEquals(List.of(), log.at(List.of()));
        assertEquals(0, log.before(before));
        assertEquals(0, log.before(Instant.EPOCH));
        assertEquals(10, log.before(Instant.now().plusSeconds(60)));
        Thread.sleep(20);
        Instant between = Instant.now();
        publish(2);
        store.dispatcher().drain();
        assertEquals(10, log.before(between));
    }

    @Test
    public void whatIsNoNameOfAnEventIsRefused() {
        for (String text :
                List.of("crm", "crm.", "*.created", "crm.*.created", "CRM.party.created", "crm.party;", ",")) {
            Assert.assertThrows(text, Rejected.class, () -> EventFilter.of(text));
        }
        assertTrue(EventFilter.of(" ").all());
        assertTrue(EventFilter.of("crm.party.created,*").matches("desk.line.marked"));
        assertTrue(!EventFilter.of("crm.*").matches("crmx.party.created"));
    }

    private void publish(int pairs) {
        desk.write(work -> {
            for (int i = 0; i < pairs; i++) {
                work.publish(Marked.of(i % 3, i));
                work.publish(new Ignored(Ref.of("desk", "line", i)));
            }
            return null;
        });
    }

    private static List<Long> read(EventLog log, EventFilter filter, int most) {
        List<Long> all = new ArrayList<>();
        EventLog.Slice slice = log.after(0, filter, most);
        long at = 0;
        while (slice.through() > at) {
            slice.events().forEach(event -> all.add(event.position()));
            at = slice.through();
            slice = log.after(at, filter, most);
        }
        return all;
    }

    private static List<Long> positions(long first, long last) {
        List<Long> all = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            all.add(i);
        }
        return all;
    }
}
