package org.colonnade.platform.calendar.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.calendar.internal.domain.BusinessHours;
import org.colonnade.platform.calendar.internal.domain.Closure;
import org.colonnade.platform.calendar.internal.domain.FeedMerge;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Feeds become closures, whatever they hold; one that is refused changes nothing. */
public class CalendarFeedsTest extends OnEachDatabase {

    private static final Closure OWN = new Closure(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 4), "Move", null);

    private Front front;
    private String id;

    @Before
    public void open() {
        front = new Front(database());
        id = front.create(Front.office("Desk", OWN));
    }

    @Test
    public void theSameFeedAgainChangesNothingAndALaterOneReplacesWhatItNames() {
        String summer = event("a@x", "DTSTART;VALUE=DATE:20270802", "DTEND;VALUE=DATE:20270814", "SUMMARY:Summer");
        String bridge = event("b@x", "DTSTART;VALUE=DATE:20270507", "SUMMARY:Bridge day");
        FeedMerge.Report first = take(calendar(summer, bridge));
        assertEquals(2, first.added());
        long version = kept().version();
        assertEquals(2, take(calendar(summer, bridge)).unchanged());
        assertEquals(version, kept().version());
        assertFalse(front.calendars.get(id).isWorkingDay(LocalDate.of(2027, 5, 7)));
        FeedMerge.Report later =
                take(calendar(event("a@x", "DTSTART;VALUE=DATE:20270809", "DURATION:P5D", "SUMMARY:Shorter")));
        assertEquals(1, later.changed());
        assertEquals(
                List.of(
                        OWN,
                        new Closure(LocalDate.of(2027, 8, 9), LocalDate.of(2027, 8, 13), "Shorter", "a@x"),
                        new Closure(LocalDate.of(2027, 5, 7), LocalDate.of(2027, 5, 7), "Bridge day", "b@x")),
                kept().value().closures());
    }

    @Test
    public void whatIsNoEventOfWholeDaysIsNamed() {
        FeedMerge.Report report = take(calendar(
                event("a@x", "DTSTART:20270301T020000Z", "DTEND:20270301T030000Z", "SUMMARY:Meeting"),
                event("b@x", "DTSTART;VALUE=DATE:20270101", "RRULE:FREQ=YEARLY", "SUMMARY:New Year"),
                event("c@x", "DTSTART;VALUE=DATE:20270104", "STATUS:CANCELLED", "SUMMARY:Off"),
                event("d@x", "DTSTART;VALUE=DATE:2027-01-04", "SUMMARY:Broken"),
                event("e@x", "DTSTART;VALUE=DATE:20270104", "DTEND;VALUE=DATE:20270102", "SUMMARY:Backwards"),
                event("f@x", "DTSTART;VALUE=DATE:16660101", "SUMMARY:Early"),
                event("g@x", "DTSTART;VALUE=DATE:20270104", "SUMMARY:Good"),
                event("g@x", "DTSTART;VALUE=DATE:20270105", "SUMMARY:Twice")));
        assertEquals(1, report.added());
        assertEquals(7, report.refused().size());
        assertEquals(2, kept().value().closures().size());
    }

    @Test
    public void aFeedThatIsNoCalendarIsRefusedLoggedOnceAndNothingIsLost() {
        Kept<BusinessHours> before = kept();
        for (byte[] file : List.of(
                "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[] {(byte) 0xff, 0x20})) {
            PrintStream console = System.err;
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            try {
                Problem refusal = assertThrows(Problem.class, () -> front.feeds.take(Front.PLANNER, id, file));
                assertEquals("platform.calendar.unreadable", refusal.code());
            } finally {
                System.setErr(console);
            }
            String text = log.toString(StandardCharsets.UTF_8);
            assertEquals(
                    text,
                    1,
                    text.lines()
                            .filter(line -> line.contains("platform.calendar.unreadable"))
                            .count());
        }
        assertEquals(before, kept());
    }

    @Test
    public void whatIsWrittenIsReadAgain() {
        take(calendar(event("a@x", "DTSTART;VALUE=DATE:20270802", "DTEND;VALUE=DATE:20270814", "SUMMARY:A\\, b; ก")));
        String feed = front.feeds.write(kept());
        assertTrue(feed, feed.contains("DTSTART;VALUE=DATE:20270106"));
        String other = front.create(Front.office("Other"));
        FeedMerge.Report report = front.feeds.take(Front.PLANNER, other, feed.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), report.refused());
        List<Closure> closures =
                front.calendars.desk().read(Front.PLANNER, other).value().closures();
        assertEquals(report.added(), closures.size());
        assertTrue(
                closures.contains(new Closure(LocalDate.of(2027, 8, 2), LocalDate.of(2027, 8, 13), "A, b; ก", "a@x")));
        assertTrue(closures.stream()
                .anyMatch(one -> one.from().equals(OWN.from()) && one.until().equals(OWN.until())));
    }

    private FeedMerge.Report take(String file) {
        return front.feeds.take(Front.PLANNER, id, file.getBytes(StandardCharsets.UTF_8));
    }

    private Kept<BusinessHours> kept() {
        return front.calendars.desk().read(Front.PLANNER, id);
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }
}
