package org.colonnade.crm.internal.timeline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.spi.TimelineContributor;
import org.colonnade.crm.api.spi.TimelineEntry;
import org.colonnade.crm.api.timeline.TimelinePage;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.deal.SalesRoom;
import org.colonnade.crm.internal.domain.timeline.Place;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.dossier.Activities;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityState;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.dossier.Notes;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** A timeline is what all contributors tell, newest first, whoever of them fails. */
public class TimelineTest extends OnEachDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Random random = new Random(20261124);

    /** Tells of invented things. */
    private record Teller(String module, List<TimelineEntry> all, Supplier<RuntimeException> failure)
            implements TimelineContributor {

        @Override
        public List<String> kinds() {
            return List.of(module);
        }

        @Override
        public List<TimelineEntry> entries(Actor actor, Ref party, Instant before, int limit) {
            if (failure != null) {
                throw failure.get();
            }
            return all.stream()
                    .filter(entry -> entry.at().isBefore(before))
                    .sorted(Place.ORDER)
                    .limit(limit)
                    .toList();
        }
    }

    @Test
    public void piecesOfAnySizeMakeTheWhole() {
        Office office = new Office(database());
        String id = office.person("Malee", "Srisuk").id();
        for (int round = 0; round < 12; round++) {
            MergedTimeline timeline = new MergedTimeline(office.directory, PATIENCE);
            List<TimelineEntry> all = new ArrayList<>();
            for (String module : List.of("sales", "support", "chat")) {
                Teller teller = new Teller(module, invented(module), null);
                all.addAll(teller.all());
                timeline.join(teller);
            }
            all.sort(Place.ORDER);
            assertEquals(all, pages(timeline, id, 1 + random.nextInt(9), Set.of()));
            assertEquals(
                    all.stream()
                            .filter(entry -> entry.kind().equals("chat.odd"))
                            .toList(),
                    pages(timeline, id, 3, Set.of("chat.odd")));
            assertEquals(
                    all.stream()
                            .filter(entry -> entry.kind().startsWith("sales.")
                                    || entry.kind().equals("support.even"))
                            .toList(),
                    pages(timeline, id, 4, Set.of("sales", "support.even")));
            timeline.close();
        }
    }

    /** Few instants, so that many fall together. */
    private List<TimelineEntry> invented(String module) {
        List<TimelineEntry> all = new ArrayList<>();
        for (int i = 0; i < random.nextInt(40); i++) {
            all.add(new TimelineEntry(
                    module + ':' + String.format("%03d", i),
                    module + (random.nextBoolean() ? ".odd" : ".even"),
                    Instant.parse("2026-11-24T00:00:00Z").plusNanos(1_000L * random.nextInt(6)),
                    null,
                    null,
                    "entry " + i,
                    Map.of()));
        }
        return all;
    }

    private static List<TimelineEntry> pages(MergedTimeline timeline, String id, int limit, Set<String> kinds) {
        List<TimelineEntry> all = new ArrayList<>();
        String before = null;
        int pages = 0;
        do {
            TimelinePage page = timeline.of(Office.ACTOR, id, before, limit, kinds);
            assertTrue(page.items().size() <= limit);
            assertEquals(List.of(), page.missing());
            all.addAll(page.items());
            before = page.next();
            assertTrue("the timeline does not end", pages++ < 500);
        } while (before != null);
        return all;
    }

    @Test
    public void whoeverFailsIsNamedAndBreaksNothing() {
        Office office = new Office(database());
        String id = office.person("Malee", "Srisuk").id();
        MergedTimeline timeline = new MergedTimeline(office.directory, Duration.ofMillis(300));
        CountDownLatch never = new CountDownLatch(1);
        timeline.join(new Teller("good", one("good"), null));
        timeline.join(new Teller("broken", List.of(), () -> new IllegalStateException("broken on purpose")));
        timeline.join(new Teller("closed", List.of(), () -> new Forbidden("closed.read")));
        TimelineContributor hanging = new Teller("hanging", List.of(), () -> {
            try {
                while (!never.await(1, java.util.concurrent.TimeUnit.HOURS)) {
                    continue;
                }
            } catch (InterruptedException stubborn) {
                hang(never);
            }
            return new IllegalStateException("let go");
        });
        timeline.join(hanging);
        for (TimelinePage.Reason hangs : List.of(
                TimelinePage.Reason.SLOW,
                TimelinePage.Reason.SLOW,
                TimelinePage.Reason.BUSY,
                TimelinePage.Reason.BUSY)) {
            TimelinePage page = timeline.of(Office.ACTOR, id, null, 10, Set.of());
            assertEquals(1, page.items().size());
            assertEquals(
                    Set.of(
                            new TimelinePage.Missing("broken", TimelinePage.Reason.FAILED),
                            new TimelinePage.Missing("hanging", hangs)),
                    Set.copyOf(page.missing()));
        }
        timeline.leave(hanging);
        assertEquals(
                1, timeline.of(Office.ACTOR, id, null, 10, Set.of()).missing().size());
        never.countDown();
        timeline.close();
    }

    /** Even one that does not listen to interruptions keeps two threads at most. */
    private static void hang(CountDownLatch never) {
        boolean waits = true;
        while (waits) {
            try {
                never.await();
                waits = false;
            } catch (InterruptedException again) {
                waits = true;
            }
        }
    }

    private static List<TimelineEntry> one(String module) {
        Instant at = Instant.parse("2026-11-24T00:00:00Z");
        return List.of(new TimelineEntry(module + ":1", module + ".thing", at, null, null, null, null));
    }

    @Test
    public void theDossierAndTheAuditAreTold() {
        Office office = new Office(database());
        Ref malee = office.person("Malee", "Srisuk").ref();
        Instant day = Instant.parse("2026-11-24T00:00:00Z");
        Ref user = Ref.of("platform", "user", 1);
        Note note =
                new Note("N1", malee, "Pinned\nnote", true, List.of(), user, "Ann", day.plusSeconds(1), user, day, 1);
        Activity call = call(day, user);
        Entry changed = new Entry(
                "E1", 1L, day.plusSeconds(3), user.toString(), "r", "changed", malee.toString(), 2, null, null);
        Entry refused = new Entry(
                "E2", 2L, day.plusSeconds(3), user.toString(), "r", "refused", malee.toString(), 0, null, null);
        MergedTimeline timeline = new MergedTimeline(office.directory, PATIENCE);
        timeline.join(new DossierNotesTold(answering(Notes.class, "of", new Page<>(List.of(note), null))));
        timeline.join(new ActivitiesTold(answering(Activities.class, "find", new Page<>(List.of(call), null))));
        timeline.join(new PartyTold(answering(AuditLog.class, "entries", new Page<>(List.of(changed, refused), null))));
        List<TimelineEntry> all =
                timeline.of(Office.ACTOR, malee.id(), null, 50, Set.of()).items();
        assertEquals(
                List.of("platform.activity.done", "crm.party.changed", "platform.activity.planned", "platform.note"),
                all.stream().map(TimelineEntry::kind).toList());
        assertEquals("Pinned", all.get(3).title());
        timeline.close();
    }

    private static Activity call(Instant day, Ref user) {
        ActivityDraft plan = new ActivityDraft(
                ActivityType.CALL,
                "Call her",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
        Instant made = day.plusSeconds(2);
        Instant ended = day.plusSeconds(4);
        return new Activity(
                "A1", ActivityState.DONE, plan, "uid", 0, null, null, false, ended, user, made, user, day, 2);
    }

    private static <T> T answering(Class<T> service, String method, Object answer) {
        return service.cast(java.lang.reflect.Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer : null));
    }

    private MergedTimeline told(SalesRoom room, Ref malee) {
        room.office.desk.addNote(SalesRoom.ACTOR, malee.id(), new NoteDraft("Likes tea\nand biscuits"));
        String id = room.desk
                .create(
                        SalesRoom.ACTOR,
                        OpportunityDraft.of("Tea", malee, Money.of("10", "EUR"), LocalDate.of(2027, 1, 1)))
                .id();
        room.create("Somebody else's");
        room.move(id, "proposal");
        room.win(id);
        room.reopen(id);
        room.lose(id);
        MergedTimeline timeline = new MergedTimeline(room.office.directory, PATIENCE);
        timeline.join(new NotesTold(room.office.tx));
        timeline.join(new OpportunitiesTold(room.office.tx, room.deals));
        timeline.join(new PartyTold());
        timeline.join(new ActivitiesTold());
        return timeline;
    }

    @Test
    public void crmTellsOfNotesAndOpportunities() {
        SalesRoom room = new SalesRoom(database());
        Ref malee = room.office.person("Malee", "Srisuk").ref();
        MergedTimeline timeline = told(room, malee);
        List<TimelineEntry> all = pages(timeline, malee.id(), 2, Set.of());
        assertEquals(
                List.of(
                        "crm.opportunity.lost",
                        "crm.opportunity.reopened",
                        "crm.opportunity.won",
                        "crm.opportunity.stage-changed",
                        "crm.opportunity.created",
                        "crm.note"),
                all.stream().map(TimelineEntry::kind).toList());
        assertEquals("Price", all.get(0).facts().get("reason"));
        assertEquals("Likes tea", all.get(5).title());
        timeline.close();
    }

    @Test
    public void whoMayNotSeeIsNotTold() {
        SalesRoom room = new SalesRoom(database());
        Ref malee = room.office.person("Malee", "Srisuk").ref();
        MergedTimeline timeline = told(room, malee);
        Actor reader = new Actor(Ref.of("platform", "user", 1), "reader", Set.of(PartyDirectory.READ), false);
        assertEquals(
                1, timeline.of(reader, malee.id(), null, 50, Set.of()).items().size());
        Actor nobody = new Actor(Ref.of("platform", "user", 2), "nobody", Set.of(), false);
        assertThrows(Forbidden.class, () -> timeline.of(nobody, malee.id(), null, 50, Set.of()));
        assertThrows(NotFound.class, () -> timeline.of(Office.ACTOR, "0000000000009", null, 50, Set.of()));
        for (String made : List.of("x", "2026-13-01T00:00:00Z", "AAAA")) {
            assertThrows(Rejected.class, () -> timeline.of(Office.ACTOR, malee.id(), made, 50, Set.of()));
        }
        assertThrows(Rejected.class, () -> timeline.of(Office.ACTOR, malee.id(), null, 201, Set.of()));
        assertEquals(
                0,
                timeline.of(Office.ACTOR, malee.id(), "2026-01-01T00:00:00Z", 50, Set.of())
                        .items()
                        .size());
        timeline.close();
    }
}
