package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityQuery;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.dossier.CalendarReport;
import org.colonnade.platform.api.dossier.Reply;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class ActivitiesTest extends OnEachDatabase {

    private Cabinet cabinet;
    private StoredActivities activities;

    @Before
    public void open() {
        cabinet = new Cabinet(database());
        activities = activities(cabinet);
    }

    static StoredActivities activities(Cabinet cabinet) {
        ActivityView view = new ActivityView(cabinet.records);
        return new StoredActivities(cabinet.tx, cabinet.records, view, new CalendarIntake(cabinet.tx, view));
    }

    @Test
    public void aMeetingIsOnTheClockOfItsZone() {
        Activity meeting = activities.plan(
                Cabinet.CLERK, Plan.meeting().about(Cabinet.CASE).draft());
        assertEquals(Instant.parse("2027-03-01T02:00:00Z"), meeting.startAt());
        assertEquals(Instant.parse("2027-03-01T03:30:00Z"), meeting.dueAt());
        assertEquals(Cabinet.CLERK.ref(), meeting.plan().owner());
        assertEquals(0, meeting.sequence());
        assertEquals(meeting, activities.get(Cabinet.READER, meeting.id()));
        assertEquals(List.of("platform.activity.planned"), cabinet.eventTypes());
    }

    @Test
    public void theSequenceRisesWithWhatConcernsTheInvited() {
        Activity meeting = activities.plan(Cabinet.CLERK, Plan.meeting().draft());
        Activity renamed = change(meeting, Plan.meeting().subject("เรื่องใหม่").draft());
        assertEquals(0, renamed.sequence());
        Activity moved =
                change(meeting, Plan.meeting().start("2027-03-01T08:00").draft());
        assertEquals(1, moved.sequence());
        assertEquals(meeting.uid(), moved.uid());
        assertEquals(
                2, activities.cancel(Cabinet.CLERK, meeting.id(), version -> {}).sequence());
    }

    @Test
    public void whatHasEndedStaysSo() {
        Activity task =
                activities.plan(Cabinet.CLERK, Plan.task().about(Cabinet.CASE).draft());
        Activity done = activities.done(Cabinet.CLERK, task.id(), version -> assertEquals(1, version));
        assertEquals(ActivityState.DONE, done.state());
        assertEquals(done, activities.done(Cabinet.CLERK, task.id(), version -> {}));
        assertThrows(Conflict.class, () -> activities.cancel(Cabinet.CLERK, task.id(), version -> {}));
        assertThrows(Conflict.class, () -> change(task, Plan.task().subject("x").draft()));
        assertEquals(List.of("platform.activity.planned", "platform.activity.done"), cabinet.eventTypes());
    }

    @Test
    public void overdueIsToldOnce() {
        Activity task =
                activities.plan(Cabinet.CLERK, Plan.task().about(Cabinet.CASE).draft());
        activities.plan(Cabinet.CLERK, Plan.meeting().recurring().draft());
        activities.done(
                Cabinet.CLERK,
                activities.plan(Cabinet.CLERK, Plan.task().draft()).id(),
                version -> {});
        assertEquals(0, sweepAt("2027-02-28T16:00:00Z"));
        assertEquals(1, sweepAt("2027-02-28T18:00:00Z"));
        assertEquals(0, sweepAt("2027-03-09T18:00:00Z"));
        change(task, Plan.task().about(Cabinet.CASE).due("2027-03-05T00:00").draft());
        assertEquals("another time, another word", 1, sweepAt("2027-03-09T18:00:00Z"));
        assertEquals(
                2,
                cabinet.eventTypes().stream()
                        .filter("platform.activity.overdue"::equals)
                        .count());
    }

    @Test
    public void thoseInViewAreListedByTimePageByPage() {
        List<String> wanted = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            wanted.add(activities
                    .plan(
                            Cabinet.CLERK,
                            Plan.task()
                                    .about(Cabinet.CASE)
                                    .due("2027-04-0" + day + "T10:00")
                                    .draft())
                    .id());
        }
        wanted.add(activities
                .plan(Cabinet.CLERK, Plan.undated().about(Cabinet.CASE).draft())
                .id());
        activities.plan(Cabinet.ADMIN, Plan.task().about(Cabinet.HIDDEN).draft());
        assertEquals(wanted, all(ActivityQuery.about(Cabinet.CASE)));
        assertEquals(wanted, all(new ActivityQuery(null, null, null, null, null, null)));
        assertEquals(wanted, all(new ActivityQuery(null, Cabinet.CLERK.ref(), null, null, null, null)));
        assertEquals(
                wanted.subList(1, 3),
                all(new ActivityQuery(
                        Cabinet.CASE,
                        Cabinet.CLERK.ref(),
                        ActivityState.PLANNED,
                        ActivityType.TASK,
                        Instant.parse("2027-04-02T00:00:00Z"),
                        Instant.parse("2027-04-04T00:00:00Z"))));
        assertEquals(List.of(), all(new ActivityQuery(null, null, ActivityState.DONE, null, null, null)));
    }

    @Test
    public void onlyWhatConcernsOneIsSeen() {
        Activity mixed = activities.plan(
                Cabinet.ADMIN, Plan.task().about(Cabinet.HIDDEN, Cabinet.CASE).draft());
        Activity seen = activities.get(Cabinet.READER, mixed.id());
        assertEquals(List.of(Cabinet.CASE), seen.plan().about());
        assertThrows(NotFound.class, () -> activities.get(Cabinet.STRANGER, mixed.id()));
        assertThrows(Forbidden.class, () -> activities.done(Cabinet.READER, mixed.id(), version -> {}));
        assertThrows(NotFound.class, () -> activities.done(Cabinet.STRANGER, mixed.id(), version -> {}));
        activities.change(Cabinet.CLERK, mixed.id(), version -> {}, draft -> draft);
        assertEquals(
                "what one does not see stays",
                List.of(Cabinet.HIDDEN, Cabinet.CASE),
                activities.get(Cabinet.ADMIN, mixed.id()).plan().about());
        Activity own = activities.plan(Cabinet.STRANGER, Plan.task().draft());
        assertThrows(NotFound.class, () -> activities.get(Cabinet.READER, own.id()));
        assertThrows(
                NotFound.class,
                () -> activities.plan(
                        Cabinet.CLERK,
                        Plan.task().about(Ref.parse("farm:cow:1")).draft()));
    }

    @Test
    public void allFaultsAreToldAtOnce() {
        ActivityDraft wrong = Plan.meeting()
                .subject(" ")
                .start("2027-03-02T09:00")
                .attendee("nobody")
                .line("nonsense")
                .draft();
        Rejected refused = assertThrows(Rejected.class, () -> activities.plan(Cabinet.CLERK, wrong));
        assertEquals(
                List.of("attendees[1].email", "end", "recurrence[0]", "subject"),
                refused.fields().stream().map(Rejected.Field::field).sorted().toList());
    }

    @Test
    public void whatGoesOutComesBackTheSame() {
        Activity meeting = activities.plan(
                Cabinet.CLERK,
                Plan.meeting()
                        .about(Cabinet.CASE)
                        .recurring()
                        .subject("ประชุม; \\ \"x\", y".repeat(9))
                        .draft());
        String calendar = activities.calendar(Cabinet.CLERK, meeting.id());
        assertTrue(calendar.contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Bangkok"));
        assertTrue(
                calendar.lines().allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75));
        CalendarReport again = activities.take(Cabinet.CLERK, calendar, null);
        assertEquals(new CalendarReport(0, 0, 1, 0, 0, List.of()), again);
        CalendarReport other = activities.take(Cabinet.STRANGER, calendar, null);
        assertEquals(new CalendarReport(1, 0, 0, 0, 0, List.of()), other);
        Activity copy = activities
                .find(
                        Cabinet.STRANGER,
                        new ActivityQuery(null, Cabinet.STRANGER.ref(), null, null, null, null),
                        PageRequest.first())
                .items()
                .get(0);
        assertEquals(
                org.colonnade.platform.dossier.internal.domain.ActivityRule.complete(
                        without(meeting.plan()), List.of(), Cabinet.STRANGER.ref()),
                copy.plan());
    }

    @Test
    public void aReplyIsNotedForWhoWasInvited() {
        Activity meeting = activities.plan(
                Cabinet.CLERK, Plan.meeting().about(Cabinet.CASE).draft());
        CalendarReport report =
                activities.take(Cabinet.CLERK, reply(meeting, "MALEE@example.com", "ACCEPTED", 0), null);
        assertEquals(new CalendarReport(0, 0, 0, 0, 1, List.of()), report);
        Activity after = activities.get(Cabinet.CLERK, meeting.id());
        assertEquals(Reply.ACCEPTED, after.plan().attendees().get(0).reply());
        assertEquals(0, after.sequence());
        change(
                after,
                Plan.meeting().about(Cabinet.CASE).start("2027-03-01T08:00").draft());
        assertEquals(
                "It answers an earlier version of the invitation.",
                activities
                        .take(Cabinet.CLERK, reply(meeting, "malee@example.com", "DECLINED", 0), null)
                        .refused()
                        .get(0)
                        .reason());
        assertEquals(
                "Who answers was not invited.",
                activities
                        .take(Cabinet.CLERK, reply(meeting, "x@example.com", "DECLINED", 1), null)
                        .refused()
                        .get(0)
                        .reason());
        assertEquals(
                1,
                activities
                        .take(Cabinet.STRANGER, reply(meeting, "malee@example.com", "DECLINED", 1), null)
                        .refused()
                        .size());
    }

    @Test
    public void aCancelledInvitationIsCancelled() {
        String calendar = activities.calendar(
                Cabinet.CLERK,
                activities.plan(Cabinet.CLERK, Plan.meeting().draft()).id());
        activities.take(Cabinet.STRANGER, calendar, null);
        CalendarReport report = activities.take(
                Cabinet.STRANGER,
                calendar.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL").replace("SEQUENCE:0", "SEQUENCE:1"),
                null);
        assertEquals(new CalendarReport(0, 0, 0, 1, 0, List.of()), report);
    }

    @Test
    public void noCalendarIsRefused() {
        assertThrows(Rejected.class, () -> activities.take(Cabinet.CLERK, "hello", null));
    }

    @Test
    public void naughtyStringsSurvive() throws Exception {
        for (String text : Cabinet.naughty()) {
            if (!text.isBlank()) {
                Activity task =
                        activities.plan(Cabinet.CLERK, Plan.task().subject(text).draft());
                assertEquals(
                        text, activities.get(Cabinet.CLERK, task.id()).plan().subject());
            }
        }
        assertFalse(activities.feed(Cabinet.CLERK, Cabinet.CLERK.ref()).isEmpty());
    }

    private static ActivityDraft without(ActivityDraft plan) {
        return Plan.owner(plan, null);
    }

    private static String reply(Activity meeting, String email, String answer, int sequence) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:"
                + meeting.uid()
                + "\r\nSEQUENCE:" + sequence + "\r\nDTSTAMP:20270101T000000Z\r\nATTENDEE;PARTSTAT=" + answer
                + ":mailto:"
                + email + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private Activity change(Activity activity, ActivityDraft draft) {
        return activities.change(Cabinet.CLERK, activity.id(), version -> {}, before -> draft);
    }

    private int sweepAt(String instant) {
        return new OverdueSweep(cabinet.tx, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC)).run();
    }

    private List<String> all(ActivityQuery query) {
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            Page<Activity> page = activities.find(Cabinet.CLERK, query, PageRequest.of(2, after));
            page.items().forEach(activity -> found.add(activity.id()));
            after = page.next();
        } while (after != null);
        return found;
    }
}
