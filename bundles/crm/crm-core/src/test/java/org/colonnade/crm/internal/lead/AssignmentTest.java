package org.colonnade.crm.internal.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.crm.api.lead.AssignmentDecision;
import org.colonnade.crm.api.lead.AssignmentRuleDraft;
import org.colonnade.crm.api.lead.AssignmentWish;
import org.colonnade.crm.api.lead.CapacityDraft;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.Strategy;
import org.colonnade.crm.internal.sweep.LeadSweepTest;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class AssignmentTest extends OnEachDatabase {

    private static final AssignmentWish RULES = new AssignmentWish(null, null);

    private final MovingClock clock = new MovingClock();
    private TestDatabase timed;
    private LeadOffice office;

    @Before
    public void open() {
        timed = TestDatabase.of(kind, clock);
        office = new LeadOffice(timed, Set.of("ann", "bob", "cid", "dee"));
    }

    @After
    public void close() {
        timed.close();
    }

    @Test
    public void eachInTheirTurn() {
        office.rule(1, Strategy.ROUND_ROBIN, null, "ann", "bob", "cid");
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            owners.add(office.add("Lead", "web").value().owner());
        }
        assertEquals(List.of("ann", "bob", "cid", "ann", "bob", "cid", "ann"), owners);
    }

    @Test
    public void eightAtOnceKeepTheTurnsEven() throws Exception {
        office.rule(1, Strategy.ROUND_ROBIN, null, "ann", "bob", "cid", "dee");
        many(80);
        assertEquals(Map.of("ann", 20, "bob", 20, "cid", 20, "dee", 20), load());
    }

    @Test
    public void eightAtOnceNeverExceedACapacity() throws Exception {
        office.capacity("ann", 1, 5);
        office.capacity("bob", 3, 9);
        office.rule(1, Strategy.LEAST_LOADED, null, "bob", "ann");
        office.rule(2, Strategy.ROUND_ROBIN, null, "ann", "bob");
        many(40);
        assertEquals(Map.of("ann", 5, "bob", 9, "-", 26), load());
    }

    @Test
    public void theWeightSaysWhoGetsHowMany() {
        office.capacity("ann", 1, null);
        office.capacity("bob", 3, null);
        office.rule(1, Strategy.WEIGHTED, null, "ann", "bob");
        for (int i = 0; i < 40; i++) {
            office.add("Lead", "web");
        }
        assertEquals(Map.of("ann", 10, "bob", 30), load());
    }

    @Test
    public void theFirstRuleThatFindsSomebodyDecidesAndSaysWhy() {
        office.capacity("ann", 1, 1);
        office.records.capacities().create(
                LeadOffice.ACTOR,
                new CapacityDraft("cid", List.of("sales"), 1, null, null, null, Instant.EPOCH, null));
        rule(1, "source==fair", List.of("dee"), null, null);
        rule(2, "source==web", List.of(), "sales", null);
        rule(3, null, List.of(), null, "front desk");
        Kept<Lead> first = office.add("One", "web");
        assertEquals(List.of("ann", "sales"), List.of(first.value().owner(), first.value().team()));
        Kept<Lead> second = office.add("Two", "web");
        assertNull(second.value().owner());
        assertEquals("front desk", second.value().team());
        AssignmentDecision why = office.assignments.explain(LeadOffice.ACTOR, second.id());
        assertEquals(
                List.of("not-for-this-lead", "nobody-free", "decided"),
                why.rules().stream().map(AssignmentDecision.RuleTrace::outcome).toList());
        assertEquals(
                List.of("ann full", "cid absent"),
                why.rules().get(1).candidates().stream().map(c -> c.user() + ' ' + c.outcome()).toList());
        assertEquals("created", why.cause());
        assertEquals(second.value().assignment(), why.id());
    }

    @Test
    public void aPreviewStoresNothing() {
        office.rule(1, Strategy.ROUND_ROBIN, null, "ann", "bob");
        Kept<Lead> lead = office.add("One", "web");
        AssignmentDecision preview = office.assignments.preview(LeadOffice.ACTOR, lead.id(), RULES);
        assertEquals("bob", preview.owner());
        assertEquals(lead, office.records.leads().read(LeadOffice.ACTOR, lead.id()));
        assertEquals("bob", office.add("Two", "web").value().owner());
        AssignmentDecision named =
                office.assignments.assign(LeadOffice.ACTOR, lead.id(), new AssignmentWish("dee", "knows them"));
        assertEquals("dee", office.lead(lead.id()).owner());
        assertEquals("knows them", office.assignments.explain(LeadOffice.ACTOR, lead.id()).reason());
        assertEquals("named", named.cause());
    }

    @Test
    public void aLeadThatNobodyContactsGoesOn() {
        office.rule(1, Strategy.ROUND_ROBIN, 30, "ann", "bob");
        String left = office.add("Left", "web").id();
        String spoken = office.add("Spoken", "web").id();
        office.desk.contact(LeadOffice.ACTOR, spoken, v -> {});
        clock.forward(Duration.ofMinutes(29));
        sweep();
        assertEquals("ann", office.lead(left).owner());
        clock.forward(Duration.ofMinutes(1));
        sweep();
        assertEquals("bob", office.lead(left).owner());
        assertEquals("timed-out", office.assignments.explain(LeadOffice.ACTOR, left).cause());
        assertEquals("bob", office.lead(spoken).owner());
        assertEquals(clock.instant().plus(Duration.ofMinutes(30)), office.lead(left).reassignAt());
    }

    @Test
    public void aLeadThatFoundNobodyIsLookedAtAgain() {
        office.capacity("ann", 1, 1);
        office.rule(1, Strategy.ROUND_ROBIN, null, "ann");
        String first = office.add("One", "web").id();
        Kept<Lead> second = office.add("Two", "web");
        assertNull(second.value().owner());
        assertNotNull(second.value().reassignAt());
        clock.forward(Duration.ofMinutes(6));
        sweep();
        assertEquals("nothing to tell", second.version(), office.records.leads().read(LeadOffice.ACTOR, second.id()).version());
        assertNotEquals(second.value().reassignAt(), office.lead(second.id()).reassignAt());
        office.desk.disqualify(LeadOffice.ACTOR, first, v -> {}, new org.colonnade.crm.api.lead.Disqualification("no"));
        clock.forward(Duration.ofMinutes(6));
        sweep();
        assertEquals("ann", office.lead(second.id()).owner());
    }

    @Test
    public void whoDoesNotExistGetsNothing() {
        assertThrows(Rejected.class, () -> office.rule(1, Strategy.ROUND_ROBIN, null, "nobody"));
        assertThrows(Rejected.class, () -> office.capacity("nobody", 1, 1));
        assertThrows(Rejected.class, () -> rule(1, null, List.of("ann"), "sales", null));
        assertThrows(Rejected.class, () -> rule(1, null, List.of(), null, null));
        assertThrows(Rejected.class, () -> rule(1, "nothing==1", List.of("ann"), null, null));
        office.capacity("ann", 1, 1);
        assertEquals(
                "crm.capacity.taken", assertThrows(Conflict.class, () -> office.capacity("ann", 1, 2)).code());
        String lead = office.add("One", "web").id();
        assertThrows(
                Rejected.class,
                () -> office.assignments.assign(LeadOffice.ACTOR, lead, new AssignmentWish("nobody", null)));
        assertTrue(office.records.assignmentRules().list(LeadOffice.ACTOR, RecordQuery.all()).items().isEmpty());
    }

    private void rule(int place, String condition, List<String> users, String team, String queue) {
        office.records.assignmentRules().create(
                LeadOffice.ACTOR,
                new AssignmentRuleDraft("rule " + place, place, condition, users, team, queue, null, null, null));
    }

    private void sweep() {
        while (office.assignments.again()) {
            // until nothing is due
        }
    }

    private void many(int count) throws Exception {
        AtomicInteger left = new AtomicInteger(count);
        LeadSweepTest.atOnce(8, () -> {
            while (left.getAndDecrement() > 0) {
                office.add("Lead", "web");
            }
            return null;
        });
    }

    private Map<String, Integer> load() {
        Map<String, Integer> load = new TreeMap<>();
        office.records.leads()
                .list(LeadOffice.ACTOR, RecordQuery.all().at(new PageRequest(500, null)))
                .items()
                .forEach(lead -> load.merge(lead.value().owner() == null ? "-" : lead.value().owner(), 1, Integer::sum));
        return load;
    }
}
