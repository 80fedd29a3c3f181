package org.colonnade.platform.approvals.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ActingFor;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.approval.ApprovalStep;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.TestDatabase;
import org.junit.Before;
import org.junit.Test;

/** The maker is never the checker, by any of seven ways round. */
public class SevenWaysRoundTest extends OnEachDatabase {

    private final Staff staff = new Staff();
    private final Actor maker = staff.hire(1, Staff.APPROVE);
    private final Actor checker = staff.hire(2, Staff.APPROVE);
    private final Actor third = staff.hire(3);
    private PayOffice office;
    private Ref run;

    @Before
    public void open() {
        office = new PayOffice(database(), staff).declared();
        run = office.make(maker, "pay 100 to Baker");
    }

    @Test
    public void anotherPersonApprovesExactlyThis() {
        String request = office.ask(maker, run);
        assertFalse(office.granted(run));
        assertEquals(ApprovalState.GRANTED, office.approve(checker, request).state());
        assertTrue(office.granted(run));
        assertEquals(List.of(), office.invariant.counterExamples(10));
    }

    @Test
    public void oneNotByTheOwnToken() {
        String request = office.ask(third, run);
        // the same account, with all rights that a token of it could have
        Actor token = new Actor(maker.ref(), "token", Set.of(), true);
        refused("approvals.maker.is-checker", () -> office.approve(token, request));
        Actor robot = Actor.system("console");
        refused("approvals.person.needed", () -> office.approve(robot, request));
        assertFalse(office.granted(run));
    }

    @Test
    public void twoNotByADelegatedRight() {
        Instant now = Instant.now();
        office.delegations.lend(maker, third.ref(), null, null, now.minusSeconds(60), now.plus(Duration.ofDays(1)));
        String request = office.ask(maker, run);
        refused("approvals.maker.is-checker", () -> office.approve(third, request));
        // nor does the giver check what the taker made while acting for the giver
        Ref other = office.make(third, "pay 50 to Butcher");
        String second = office.ask(third, other);
        refused("approvals.maker.is-checker", () -> office.approve(maker, second));
        assertEquals(ApprovalState.GRANTED, office.approve(checker, second).state());
    }

    @Test
    public void threeNotByAnEditAfterTheApproval() {
        String request = office.ask(maker, run);
        office.approve(checker, request);
        office.edit(maker, run, "pay 900 to Baker");
        assertFalse(office.granted(run));
        office.edit(maker, run, "pay 100 to Baker");
        assertFalse("the same words again are not what was approved", office.granted(run));
        assertEquals(
                ApprovalState.VOIDED, office.decisions.read(checker, request).state());
        // all who edited it since the approval are its makers now
        office.edit(checker, run, "pay 90 to Baker");
        String again = office.ask(third, run);
        refused("approvals.maker.is-checker", () -> office.approve(checker, again));
        refused("approvals.maker.is-checker", () -> office.approve(maker, again));
    }

    @Test
    public void fourNotByAStaleVersion() {
        String request = office.ask(maker, run);
        Request seen = office.decisions.read(checker, request);
        office.edit(maker, run, "pay 900 to Baker");
        refused("approvals.request.closed", () -> office.approve(checker, request, seen));
        String newer = office.ask(maker, run);
        refused("approvals.request.stale", () -> office.approve(checker, newer, seen));
        assertFalse(office.granted(run));
    }

    @Test
    public void fiveNotByReplay() {
        String request = office.ask(maker, run);
        Request seen = office.decisions.read(checker, request);
        office.approve(checker, request, seen);
        refused("approvals.request.closed", () -> office.approve(checker, request, seen));
        Ref other = office.make(maker, "pay 100 to Baker");
        assertFalse("an approval is of one record", office.granted(other));
        office.edit(third, run, "pay 1 to Baker");
        refused("approvals.request.closed", () -> office.approve(checker, request, seen));
    }

    @Test
    public void sixNotByApprovingTwiceInParallel() throws Exception {
        Actor fourth = staff.hire(4, Staff.APPROVE);
        office.rule(null, new ApprovalStep(Staff.APPROVE, 2));
        office.rules.desk().archive(Actor.system("test"), firstRule(), version -> {});
        String request = office.ask(maker, run);
        Request seen = office.decisions.read(checker, request);
        try (TestDatabase second = database().node()) {
            PayOffice there = new PayOffice(second, staff);
            assertEquals(1, atOnce(seen, request, there, checker, checker, checker, checker));
            assertEquals(
                    ApprovalState.OPEN, office.decisions.read(checker, request).state());
            assertEquals(1, atOnce(seen, request, there, fourth, fourth, checker, maker));
        }
        assertEquals(
                ApprovalState.GRANTED, office.decisions.read(checker, request).state());
        assertEquals(List.of(), office.invariant.counterExamples(10));
    }

    @Test
    public void sevenNotByASubstitute() {
        ActingFor substitutes = (person, at) -> person.equals(checker.ref()) ? Set.of(maker.ref()) : Set.of();
        office.persons.come(substitutes);
        String request = office.ask(maker, run);
        refused("approvals.maker.is-checker", () -> office.approve(checker, request));
        Ref other = office.make(checker, "pay 7 to Candlestick maker");
        String second = office.ask(checker, other);
        refused("approvals.maker.is-checker", () -> office.approve(maker, second));
        office.persons.leave(substitutes);
        office.approve(checker, request);
        refused("approvals.maker.is-checker", () -> office.approve(maker, second));
    }

    private String firstRule() {
        return office.rules
                .desk()
                .list(Actor.system("test"), RecordQuery.all())
                .items()
                .get(0)
                .id();
    }

    /** @return how many of the approvals were taken */
    private int atOnce(Request seen, String request, PayOffice there, Actor... actors) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(actors.length);
        CyclicBarrier start = new CyclicBarrier(actors.length);
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < actors.length; i++) {
            PayOffice one = i % 2 == 0 ? office : there;
            Actor actor = actors[i];
            running.add(threads.submit(() -> {
                start.await();
                try {
                    one.approve(actor, request, seen);
                    return true;
                } catch (Problem refused) {
                    return false;
                }
            }));
        }
        int taken = 0;
        for (Future<Boolean> one : running) {
            taken += one.get() ? 1 : 0;
        }
        threads.shutdown();
        return taken;
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Problem.class, asked).code());
    }
}
