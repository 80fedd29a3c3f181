package org.colonnade.crm.internal.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.api.lead.AssignmentRuleDraft;
import org.colonnade.crm.api.lead.AssignmentWish;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.ScoreRule;
import org.colonnade.crm.api.lead.ScoreRuleDraft;
import org.colonnade.crm.api.lead.Signal;
import org.colonnade.crm.api.lead.Strategy;
import org.colonnade.crm.internal.reaction.LeadRescore;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.event.CustomValuesChanged;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.Kit;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Conditions of rules over custom fields and over what the platform keeps of every record. */
public class ConditionsTest extends OnEachDatabase {

    private final MovingClock clock = new MovingClock();
    private final Random random = new Random(20261130);
    private TestDatabase timed;
    private PaperCustomFields custom;
    private LeadOffice office;

    @Before
    public void open() {
        timed = TestDatabase.of(kind, clock);
        custom = new PaperCustomFields(timed);
        office = new LeadOffice(timed, Set.of("ann", "bob"), Kit.companions(custom));
    }

    @After
    public void close() {
        timed.close();
    }

    private Kept<ScoreRule> rule(String condition, int points) {
        return office.records
                .scoreRules()
                .create(LeadOffice.ACTOR, new ScoreRuleDraft(condition, condition, points, null, null, null, true));
    }

    private Kept<Lead> add(String name, Map<String, Object> values) {
        LeadDraft draft = new LeadDraft(name, null, null, null, null, null, null, null, null, null, null);
        return Kit.create(office.records.leads(), LeadOffice.ACTOR, draft, values);
    }

    private int score(Kept<Lead> lead) {
        return office.lead(lead.id()).score();
    }

    private void rescore() {
        while (office.records.rescore()) {
            clock.forward(Duration.ofMillis(1));
        }
    }

    @Test
    public void aScoreFollowsCustomFieldsAtOnce() {
        String rich = rule("custom.budget=ge=1000", 10).id();
        rule("custom.wants==tea;archived==false", 5);
        Kept<Lead> lead = add("Ann", Map.of("budget", 1000, "wants", List.of("rice", "tea")));
        assertEquals(15, lead.value().score());
        Instant since = lead.value().signals().get(0).since();
        clock.forward(Duration.ofDays(1));
        Kept<Lead> poorer = Kit.change(
                office.records.leads(), LeadOffice.ACTOR, lead.id(), Map.of("budget", 999, "wants", List.of("tea")));
        assertEquals(List.of(5, 2L), List.of(poorer.value().score(), poorer.version()));
        assertEquals(
                List.of(true, false),
                List.of(since, clock.instant()).stream()
                        .map(at -> office.desk.explain(LeadOffice.ACTOR, lead.id(), at).lines().stream()
                                .anyMatch(line -> line.rule().equals(rich) && line.holds()))
                        .toList());
    }

    @Test
    public void aScoreFollowsCustomFieldsThatAreChangedAlone() {
        rule("custom.budget=ge=1000", 10);
        Kept<Lead> lead = add("Ann", Map.of());
        assertEquals(0, lead.value().score());
        Ref ref = LeadRecords.LEAD.ref(lead.id());
        timed.tx("crm").write(work -> {
            custom.write(work, ref, Map.of("budget", 5000), LeadOffice.ACTOR);
            work.publish(new CustomValuesChanged(ref, List.of("budget")));
            return null;
        });
        timed.runReactions(new LeadRescore(office.records));
        assertEquals(10, score(lead));
        assertEquals(1, office.records.leads().read(LeadOffice.ACTOR, lead.id()).version());
    }

    @Test
    public void aScoreFollowsWhatThePlatformKeeps() {
        rule("version=ge=2", 3);
        rule("archived==true", 4);
        Kept<Lead> lead = add("Ann", Map.of());
        rule("createdAt=le=" + lead.createdAt() + ";createdBy==" + lead.createdBy() + ";id==" + lead.id(), 20);
        rescore();
        assertEquals(20, score(lead));
        assertEquals(1, office.records.leads().read(LeadOffice.ACTOR, lead.id()).version());
        office.records.leads().archive(LeadOffice.ACTOR, lead.id(), version -> {});
        assertEquals(27, score(lead));
        office.records.leads().restore(LeadOffice.ACTOR, lead.id(), version -> {});
        assertEquals(23, score(lead));
    }

    @Test
    public void leadsAreAssignedByCustomFieldsAndByWhoAddedThem() {
        assigned(1, "custom.budget=ge=1000", "ann");
        assigned(2, "custom.wants==rice;createdBy==platform:system:*;version==1", "bob");
        assertEquals("ann", add("Rich", Map.of("budget", 2000)).value().owner());
        assertEquals(
                "bob",
                add("Rice", Map.of("wants", List.of("rice", "tea"))).value().owner());
        Kept<Lead> nobodys = add("Tea", Map.of("wants", List.of("tea")));
        assertNull(nobodys.value().owner());
        Kit.change(office.records.leads(), LeadOffice.ACTOR, nobodys.id(), Map.of("budget", 1000));
        assertEquals(
                "ann",
                office.assignments
                        .assign(LeadOffice.ACTOR, nobodys.id(), new AssignmentWish(null, null))
                        .owner());
    }

    private void assigned(int place, String condition, String user) {
        office.records
                .assignmentRules()
                .create(
                        LeadOffice.ACTOR,
                        new AssignmentRuleDraft(
                                "rule " + place,
                                place,
                                condition,
                                List.of(user),
                                null,
                                null,
                                Strategy.ROUND_ROBIN,
                                null,
                                true));
    }

    /** Random leads and changes: at any time the signals are those of the rules by whose conditions a list shows the lead. */
    @Test
    public void aRuleHoldsIfAListShowsTheLead() {
        List<Kept<ScoreRule>> rules = new ArrayList<>();
        List<String> leads = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            switch (leads.isEmpty() || rules.isEmpty() ? i % 2 : random.nextInt(6)) {
                case 0 -> leads.add(add("Lead " + i % 4, values()).id());
                case 1 -> rules.add(rule(condition(i), 1 + random.nextInt(5)));
                case 2, 3 -> Kit.change(office.records.leads(), LeadOffice.ACTOR, any(leads), values());
                case 4 -> office.records.leads().archive(LeadOffice.ACTOR, any(leads), version -> {});
                default -> office.records.leads().restore(LeadOffice.ACTOR, any(leads), version -> {});
            }
            clock.forward(Duration.ofMinutes(7));
            if (i % 5 == 0) {
                rescore();
            }
        }
        rescore();
        for (String lead : leads) {
            Set<String> wanted = rules.stream()
                    .filter(rule -> listed(rule.value().condition()).contains(lead))
                    .map(Kept::id)
                    .collect(Collectors.toSet());
            assertEquals(
                    wanted,
                    office.lead(lead).signals().stream().map(Signal::rule).collect(Collectors.toSet()));
        }
    }

    private String any(List<String> leads) {
        String id = leads.get(random.nextInt(leads.size()));
        if (office.records.leads().read(LeadOffice.ACTOR, id).archived()) {
            office.records.leads().restore(LeadOffice.ACTOR, id, version -> {});
        }
        return id;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        if (random.nextBoolean()) {
            values.put("budget", random.nextInt(4) * 500);
        }
        if (random.nextBoolean()) {
            values.put("wants", random.nextBoolean() ? List.of("tea") : List.of("tea", "rice"));
        }
        return values;
    }

    private String condition(int i) {
        String equality = random.nextBoolean() ? "==" : "!=";
        return switch (random.nextInt(7)) {
            case 0 -> "custom.budget=gt=" + random.nextInt(4) * 500;
            case 1 -> "custom.wants" + equality + "rice";
            case 2 -> "custom.budget" + equality + "*;version=lt=" + (2 + random.nextInt(3));
            case 3 -> "archived" + equality + "true,custom.wants!=*";
            case 4 -> "changedAt=ge=" + clock.instant();
            case 5 -> "(givenName==Lead%20" + i % 4 + ",custom.budget==500);changedBy==*";
            default -> "createdAt=lt=" + clock.instant() + ";custom.wants==t*";
        };
    }

    private Set<String> listed(String filter) {
        RecordQuery query = new RecordQuery(filter, null, "id", "all", null, new PageRequest(500, null));
        return office.records.leads().list(LeadOffice.ACTOR, query).items().stream()
                .map(Kept::id)
                .collect(Collectors.toSet());
    }
}
