package org.colonnade.crm.internal.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.ScoreExplanation;
import org.colonnade.crm.api.lead.ScoreRuleDraft;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ScoringTest extends OnEachDatabase {

    private final MovingClock clock = new MovingClock();
    private TestDatabase timed;
    private LeadOffice office;

    @Before
    public void open() {
        timed = TestDatabase.of(kind, clock);
        office = new LeadOffice(timed);
    }

    @After
    public void close() {
        timed.close();
    }

    @Test
    public void pointsFadeAndTheExplanationSaysHow() {
        String rule = rule("fair", "source==fair", 20, 10).id();
        rule("big", "interest==*many*", 5, null);
        Kept<Lead> lead = office.add("Ann", "fair");
        assertEquals(20, lead.value().score());
        clock.forward(Duration.ofDays(10));
        ScoreExplanation now = office.desk.explain(LeadOffice.ACTOR, lead.id(), null);
        assertEquals(10, now.score());
        assertEquals(
                List.of(rule, true, 20, new BigDecimal("10.0000"), new BigDecimal("0.500000"), new BigDecimal("10.00")),
                List.of(
                        now.lines().get(0).rule(),
                        now.lines().get(0).holds(),
                        now.lines().get(0).points(),
                        now.lines().get(0).ageDays(),
                        now.lines().get(0).decay(),
                        now.lines().get(0).counted()));
        assertEquals(false, now.lines().get(1).holds());
        assertEquals(
                "the stored one waits for the sweep", 20, office.lead(lead.id()).score());
        rescore();
        assertEquals(10, office.lead(lead.id()).score());
        assertEquals(
                "nobody changed it",
                lead.version(),
                office.records.leads().read(LeadOffice.ACTOR, lead.id()).version());
        assertEquals(
                20,
                office.desk
                        .explain(LeadOffice.ACTOR, lead.id(), clock.instant().minus(Duration.ofDays(10)))
                        .score());
        assertEquals(
                5,
                office.desk
                        .explain(LeadOffice.ACTOR, lead.id(), clock.instant().plus(Duration.ofDays(10)))
                        .score());
    }

    @Test
    public void aNewRuleReachesTheLeadsThatAreThere() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            ids.add(office.add("Lead " + i, i % 2 == 0 ? "fair" : "web").id());
        }
        rule("fair", "source==fair", 7, null);
        rescore();
        assertEquals(7, office.lead(ids.get(0)).score());
        assertEquals(0, office.lead(ids.get(1)).score());
        assertEquals(7, office.lead(ids.get(448)).score());
        Lead first = office.records
                .leads()
                .list(LeadOffice.ACTOR, RecordQuery.all().by("-score"))
                .items()
                .get(0)
                .value();
        assertEquals(7, first.score());
    }

    @Test
    public void conditionsThatCannotBeAskedAreRefused() {
        for (String bad : new String[] {"nothing==1", "((", "score=gt=1", "custom.nothing==1", "source=="}) {
            assertThrows(bad, Problem.class, () -> rule("r", bad, 1, null));
        }
        assertThrows(Rejected.class, () -> rule("r", "source==a", 5000, null));
        assertThrows(Rejected.class, () -> rule("r", "source==a", 5, 0));
        assertTrue(office.records
                .scoreRules()
                .list(LeadOffice.ACTOR, RecordQuery.all())
                .items()
                .isEmpty());
    }

    @Test
    public void aRuleThatComesBackCountsAgain() {
        String rule = rule("fair", "source==fair", 7, null).id();
        String lead = office.add("Ann", "fair").id();
        clock.forward(Duration.ofDays(1));
        office.records.scoreRules().archive(LeadOffice.ACTOR, rule, version -> {});
        rescore();
        assertEquals(0, office.lead(lead).score());
        clock.forward(Duration.ofDays(1));
        office.records.scoreRules().restore(LeadOffice.ACTOR, rule, version -> {});
        rescore();
        assertEquals(7, office.lead(lead).score());
    }

    @Test
    public void whatHeldUntilTheLeadChangedBeforeTheSweepIsExplained() {
        String lead = office.add("Ann", "fair").id();
        clock.forward(Duration.ofDays(1));
        rule("fair", "source==fair", 7, null);
        Instant asked = clock.instant();
        clock.forward(Duration.ofDays(1));
        change(lead, "web", 1);
        rescore();
        assertEquals(new BigDecimal("7.00"), score(lead, asked));
        assertEquals(new BigDecimal("0.00"), score(lead, clock.instant()));
    }

    /** What a rule said from some moment on, in the model. */
    private record Said(Instant from, String source, int points, Integer half, boolean active, Instant asksSince) {}

    private record Was(Instant from, String source) {}

    @Test
    public void theScoreOfAnyMomentIsThatOfAnIndependentModel() {
        Random random = new Random(20261123);
        List<String> rules = new ArrayList<>();
        List<List<Said>> said = new ArrayList<>();
        List<String> leads = new ArrayList<>();
        List<List<Was>> was = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            clock.forward(Duration.ofMinutes(1 + random.nextInt(6000)));
            String source = "s" + random.nextInt(3);
            int what = random.nextInt(10);
            if (what < 2 && leads.size() < 6) {
                leads.add(office.add("Lead", source).id());
                was.add(new ArrayList<>(List.of(new Was(clock.instant(), source))));
            } else if (what < 6 && !leads.isEmpty()) {
                int one = random.nextInt(leads.size());
                change(leads.get(one), source, step);
                was.get(one).add(new Was(clock.instant(), source));
            } else {
                say(random, rules, said, source);
            }
            if (random.nextBoolean()) {
                rescore();
            }
            moments.add(clock.instant().plusSeconds(random.nextInt(50_000)));
        }
        rescore();
        for (int i = 0; i < leads.size(); i++) {
            assertEquals(model(said, was.get(i), clock.instant()), score(leads.get(i), clock.instant()));
            for (Instant at : moments) {
                if (!at.isAfter(clock.instant())) {
                    assertEquals("lead " + i + " at " + at, model(said, was.get(i), at), score(leads.get(i), at));
                }
            }
        }
    }

    private void say(Random random, List<String> rules, List<List<Said>> said, String source) {
        int points = random.nextInt(100) - 30;
        Integer half = random.nextBoolean() ? null : 1 + random.nextInt(20);
        boolean active = random.nextInt(4) > 0;
        ScoreRuleDraft draft = new ScoreRuleDraft("rule", "source==" + source, points, half, null, null, active);
        if (rules.size() < 4) {
            rules.add(
                    office.records.scoreRules().create(LeadOffice.ACTOR, draft).id());
            said.add(
                    new ArrayList<>(List.of(new Said(clock.instant(), source, points, half, active, clock.instant()))));
        } else {
            int one = random.nextInt(rules.size());
            office.records.scoreRules().change(LeadOffice.ACTOR, rules.get(one), v -> {}, d -> draft);
            Said before = said.get(one).get(said.get(one).size() - 1);
            Instant asks = before.source().equals(source) ? before.asksSince() : clock.instant();
            said.get(one).add(new Said(clock.instant(), source, points, half, active, asks));
        }
    }

    private static BigDecimal model(List<List<Said>> said, List<Was> was, Instant at) {
        BigDecimal sum = new BigDecimal("0.00");
        for (List<Said> rule : said) {
            Said now = null;
            for (Said one : rule) {
                now = one.from().isAfter(at) ? now : one;
            }
            Instant since = now == null || !now.active() ? null : since(now, was, at);
            if (since != null) {
                double age = Duration.between(since, at).toSeconds() / 86_400.0;
                double left = now.half() == null ? 1 : Math.pow(2, -age / now.half());
                sum = sum.add(BigDecimal.valueOf(left * now.points()).setScale(2, RoundingMode.HALF_UP));
            }
        }
        return sum;
    }

    /** When the lead began to say it without a break, but not before the rule asked. */
    private static Instant since(Said rule, List<Was> was, Instant at) {
        Instant since = null;
        for (Was one : was) {
            if (!one.from().isAfter(at)) {
                since = !one.source().equals(rule.source()) ? null : since == null ? one.from() : since;
            }
        }
        return since == null || since.isAfter(rule.asksSince()) ? since : rule.asksSince();
    }

    private BigDecimal score(String lead, Instant at) {
        return office.desk.explain(LeadOffice.ACTOR, lead, at).sum();
    }

    private void change(String id, String source, int step) {
        office.records
                .leads()
                .change(
                        LeadOffice.ACTOR,
                        id,
                        v -> {},
                        d -> new LeadDraft(
                                "Lead " + step, null, null, null, null, source, null, null, null, null, null));
    }

    private Kept<org.colonnade.crm.api.lead.ScoreRule> rule(String name, String condition, int points, Integer half) {
        return office.records
                .scoreRules()
                .create(LeadOffice.ACTOR, new ScoreRuleDraft(name, condition, points, half, null, null, null));
    }

    private void rescore() {
        while (office.records.rescore()) {
            // until nothing is left
        }
    }
}
