package org.colonnade.platform.approvals.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.approval.ApprovalStep;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.testkit.TestDatabase;
import org.junit.Test;

/** Whatever people do in whatever order, nothing is granted that one of its makers has checked, or that was edited since. */
public class FourEyesPropertyTest {

    private static final int SEQUENCES = 25;
    private static final int STEPS = 60;
    private static final int PEOPLE = 6;

    private final Staff staff = new Staff();
    private final List<Actor> actors = new ArrayList<>();
    /** Who edited a run since it was granted last, as the test itself counts. */
    private final Map<Ref, Set<Ref>> editors = new HashMap<>();

    private int granted;

    @Test
    public void noGrantedRequestHasACheckerAmongItsMakers() {
        try (TestDatabase database = TestDatabase.h2()) {
            PayOffice office = new PayOffice(database, staff);
            office.rule(null, new ApprovalStep(Staff.APPROVE, 2));
            for (int seed = 0; seed < SEQUENCES; seed++) {
                actors.clear();
                for (int i = 1; i <= PEOPLE; i++) {
                    actors.add(staff.hire(seed * 100L + i, Staff.APPROVE));
                }
                sequence(office, new Random(seed));
            }
            assertEquals(List.of(), office.invariant.counterExamples(10));
            assertTrue("the walk reaches grants: " + granted, granted >= 10);
        }
    }

    private void sequence(PayOffice office, Random random) {
        Actor first = any(random);
        Ref run = office.make(first, "0");
        editors.put(run, new HashSet<>(Set.of(first.ref())));
        String request = null;
        Request seen = null;
        for (int step = 0; step < STEPS; step++) {
            Actor actor = any(random);
            switch (random.nextInt(30)) {
                case 0 -> {
                    office.edit(actor, run, Integer.toString(random.nextInt(3)));
                    editors.get(run).add(actor.ref());
                    assertFalse("an edit voids", office.granted(run));
                }
                case 1, 2, 3 -> {
                    request = office.ask(actor, run);
                    editors.get(run).add(actor.ref());
                    seen = random.nextBoolean() ? office.decisions.read(actor, request) : seen;
                }
                case 4 -> office.delegations.lend(
                        actor,
                        another(random, actor).ref(),
                        null,
                        null,
                        Instant.now().minusSeconds(1),
                        Instant.now().plusMillis(100));
                default -> approve(office, actor, run, request, seen);
            }
        }
    }

    private void approve(PayOffice office, Actor actor, Ref run, String request, Request seen) {
        if (request == null) {
            return;
        }
        try {
            Request after = seen == null ? office.approve(actor, request) : office.approve(actor, request, seen);
            assertFalse("a maker approved", editors.get(run).contains(actor.ref()));
            if (after.state() == ApprovalState.GRANTED) {
                granted++;
                assertTrue(office.granted(run));
                editors.get(run).clear();
            }
        } catch (Problem refused) {
            assertTrue(refused.code(), refused.code().startsWith("approvals."));
        }
    }

    private Actor any(Random random) {
        return actors.get(random.nextInt(actors.size()));
    }

    private Actor another(Random random, Actor not) {
        Actor other = any(random);
        return other.ref().equals(not.ref()) ? another(random, not) : other;
    }
}
