package org.colonnade.platform.privacy.internal.retention;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonalDataHold;
import org.colonnade.platform.api.privacy.RetentionAction;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.Registry;
import org.colonnade.platform.privacy.internal.RegistryOf;
import org.colonnade.platform.privacy.internal.RetentionDraft;
import org.colonnade.platform.privacy.internal.RetentionRule;
import org.colonnade.platform.privacy.internal.RetentionRun;
import org.colonnade.platform.privacy.internal.SettableClock;
import org.colonnade.platform.privacy.internal.Settings;
import org.colonnade.platform.privacy.internal.person.RestrictionDesk;
import org.colonnade.testkit.PaperRun;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class RetentionDeskTest {

    private static final Actor ACTOR = Actor.system("test");

    @Parameterized.Parameter
    public TestDatabase.Kind kind;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
    private final Registry registry = new Registry();
    private final Leads leads = new Leads();
    private TestDatabase database;
    private Tx tx;
    private RuleDesk rules;
    private RetentionDesk desk;

    @Parameterized.Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestDatabase.Kind.values();
    }

    @Before
    public void raise() {
        database = TestDatabase.of(kind, clock);
        tx = database.tx("privacy");
        RegistryOf.targets(registry).add(leads);
        rules = new RuleDesk(tx, registry, clock);
        desk = new RetentionDesk(tx, registry, rules, Settings.privacy(Map.of("retentionBatch", 3)));
        for (int i = 10; i < 20; i++) {
            leads.changed.put(new Ref("crm", "lead", "L" + i), clock.instant().minus(Duration.ofDays(i)));
        }
    }

    @After
    public void close() {
        desk.close();
        database.close();
    }

    @Test
    public void aRuleIsMadeShownChangedAndDeleted() {
        RetentionRule rule = rules.add(ACTOR, draft(15));
        assertEquals(4, rules.preview(rule.id(), 2).count());
        assertEquals(2, rules.preview(rule.id(), 2).examples().size());
        assertEquals(10, leads.changed.size());
        RetentionRule changed = rules.change(ACTOR, rule.id(), version -> {}, present -> draft(12));
        assertEquals(2, changed.version());
        assertEquals(7, rules.preview(rule.id(), 2).count());
        assertEquals(1, rules.list(PageRequest.first()).items().size());
        rules.remove(rule.id(), version -> {});
        assertThrows(NotFound.class, () -> rules.get(rule.id()));
        assertThrows(NotFound.class, () -> rules.get("none"));
    }

    @Test
    public void aRuleThatFitsNothingIsRefused() {
        Rejected refused = assertThrows(
                Rejected.class,
                () -> rules.add(
                        ACTOR, new RetentionDraft(" ", "crm:lead", 0, List.of("lost"), RetentionAction.ARCHIVE, true)));
        assertEquals(
                List.of("name", "olderThanDays", "action", "states"),
                refused.fields().stream().map(Rejected.Field::field).toList());
        assertThrows(
                Rejected.class,
                () -> rules.add(ACTOR, new RetentionDraft("x", "hr:worker", 1, null, RetentionAction.ERASE, null)));
    }

    @Test
    public void aRunGoesInBatchesAndLeavesWhatIsHeld() {
        Ref kept = new Ref("crm", "lead", "L17");
        RegistryOf.holds(registry).add(hold(kept));
        RetentionRule rule = rules.add(ACTOR, draft(12));
        desk.start(rule.id());
        RetentionRun run = finished(rule);
        assertEquals(List.of(6L, 1L), List.of(run.done(), run.kept()));
        assertEquals(List.of(3, 2, 1), leads.batches);
        assertEquals(4, leads.changed.size());
    }

    @Test
    public void aJobRunsTheEnabledRulesOnly() {
        rules.add(ACTOR, draft(15));
        RetentionRule enabled =
                rules.add(ACTOR, new RetentionDraft("on", "crm:lead", 18, null, RetentionAction.ERASE, true));
        PaperRun job = paper();
        new RetentionSchedule(desk).run(job);
        assertEquals("L19 alone is older", 9, leads.changed.size());
        assertEquals(1, rules.runs(enabled.id(), PageRequest.first()).items().size());
        assertEquals("SCHEDULED", rules.get(enabled.id()).lastRun().trigger());
        assertEquals(enabled.id(), job.checkpoint());
    }

    @Test
    public void aJobThatIsCutOffGoesOnAndWaitsForWhoRunsARule() {
        RetentionRule first =
                rules.add(ACTOR, new RetentionDraft("one", "crm:lead", 18, null, RetentionAction.ERASE, true));
        RetentionRule second =
                rules.add(ACTOR, new RetentionDraft("two", "crm:lead", 12, null, RetentionAction.ERASE, true));
        PaperRun cut = paper().cutAfter(5);
        assertThrows(RunEnded.class, () -> desk.all(cut));
        assertEquals(first.id(), cut.checkpoint());
        assertEquals("It was cut off.", rules.get(second.id()).lastRun().failure());
        assertEquals("the first rule, and a batch of the second", 6, leads.changed.size());
        desk.all(cut.cutAfter(-1));
        assertEquals("all that are older than twelve days", 3, leads.changed.size());
        assertEquals(1, rules.runs(first.id(), PageRequest.first()).items().size());
        assertEquals(2, rules.runs(second.id(), PageRequest.first()).items().size());
        List<String> refusals = new ArrayList<>();
        leads.meanwhile = () -> refusals.add(
                assertThrows(Unavailable.class, () -> desk.all(paper())).code());
        clock.pass(Duration.ofDays(1));
        desk.all(paper());
        assertEquals(List.of("platform.retention.running"), refusals);
    }

    @Test
    public void withoutTheFunctionItSaysSo() {
        RetentionRule rule = rules.add(ACTOR, draft(12));
        RegistryOf.targets(registry).clear();
        assertThrows(Unavailable.class, () -> rules.preview(rule.id(), 2));
        assertThrows(Unavailable.class, () -> desk.start(rule.id()));
        assertEquals(
                "it can still be changed",
                13,
                rules.change(ACTOR, rule.id(), version -> {}, present -> draft(13))
                        .olderThanDays());
    }

    @Test
    public void whoIsRestrictedIsKnownUntilItIsLifted() {
        RestrictionDesk restrictions = new RestrictionDesk(tx);
        Ref ann = Ref.parse("crm:party:A");
        assertEquals(false, restrictions.restricted(ann));
        restrictions.restrict(ACTOR, ann, "She contests it");
        restrictions.restrict(ACTOR, ann, "Again");
        assertEquals(true, restrictions.restricted(ann));
        assertEquals("She contests it", restrictions.get("crm:party:A").reason());
        assertEquals(1, restrictions.list(PageRequest.first()).items().size());
        restrictions.lift("crm:party:A", version -> assertEquals(1, version));
        assertEquals(false, restrictions.restricted(ann));
        assertThrows(NotFound.class, () -> restrictions.lift("crm:party:A", version -> {}));
        database.placeEvents();
        assertEquals(
                2,
                database.eventLog()
                        .entries("platform.person.restricted", PageRequest.first())
                        .items()
                        .size());
    }

    private static PaperRun paper() {
        return new PaperRun("J1", "{}", ACTOR, null);
    }

    private RetentionRun finished(RetentionRule rule) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        RetentionRun run = rules.get(rule.id()).lastRun();
        while (run.finishedAt() == null && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            run = rules.get(rule.id()).lastRun();
        }
        assertEquals(null, run.failure());
        return run;
    }

    private static RetentionDraft draft(int days) {
        return new RetentionDraft("Old leads", "crm:lead", days, List.of("open"), RetentionAction.ERASE, false);
    }

    private static PersonalDataHold hold(Ref kept) {
        return new PersonalDataHold() {
            @Override
            public String module() {
                return "finance";
            }

            @Override
            public List<Hold> holds(Ref person) {
                return person.equals(kept) ? List.of(new Hold(kept, "An offer", "HGB", null)) : List.of();
            }
        };
    }

    /** Leads in memory. */
    private static final class Leads implements RetentionTarget {

        private final Map<Ref, Instant> changed = new TreeMap<>((a, b) -> a.id().compareTo(b.id()));
        private final List<Integer> batches = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public String kind() {
            return "crm:lead";
        }

        @Override
        public Set<String> states() {
            return Set.of("open", "won");
        }

        @Override
        public Set<RetentionAction> actions() {
            return Set.of(RetentionAction.ERASE);
        }

        @Override
        public long count(Criteria criteria) {
            return matching(criteria, null, 1000).size();
        }

        @Override
        public List<Ref> matching(Criteria criteria, Ref after, int limit) {
            return changed.entrySet().stream()
                    .filter(lead -> lead.getValue().isBefore(criteria.changedBefore()))
                    .map(Map.Entry::getKey)
                    .filter(lead -> after == null || lead.id().compareTo(after.id()) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Erasure apply(Criteria criteria, List<Ref> records, RetentionAction action) {
            batches.add(records.size());
            meanwhile.run();
            changed.keySet().removeAll(records);
            return new Erasure(records.stream()
                    .map(lead -> Erasure.Line.erased(lead, kind()))
                    .toList());
        }
    }
}
