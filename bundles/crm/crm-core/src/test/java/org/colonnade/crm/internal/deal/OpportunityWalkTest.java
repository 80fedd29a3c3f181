package org.colonnade.crm.internal.deal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colonnade.crm.api.deal.Closing;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.crm.api.deal.StageMove;
import org.colonnade.crm.api.deal.StageStep;
import org.colonnade.crm.internal.invariant.ClosedHasADay;
import org.colonnade.crm.internal.invariant.OpenStandsInAStage;
import org.colonnade.crm.internal.invariant.StepsLeadHere;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** Opportunities on random ways: what is kept agrees with a model, the history leads to where they are, and durations add up. */
public class OpportunityWalkTest extends OnEachDatabase {

    private static final List<String> STAGES = List.of("qualification", "needs", "proposal", "negotiation");
    private static final List<String> VERBS = List.of("move", "win", "lose", "reopen", "edit");

    private final Random random = new Random(20261124);

    @Test
    public void everyTransitionIsAsTheTableSays() {
        SalesRoom room = new SalesRoom(database());
        String[][] table = {
            // verb, from OPEN, from WON, from LOST
            {"move", "OPEN", "crm.opportunity.closed", "crm.opportunity.closed"},
            {"win", "WON", "crm.opportunity.closed", "crm.opportunity.closed"},
            {"lose", "LOST", "crm.opportunity.closed", "crm.opportunity.closed"},
            {"reopen", "crm.opportunity.open", "OPEN", "OPEN"},
            {"edit", "OPEN", "WON", "LOST"},
        };
        for (String[] row : table) {
            for (OpportunityState from : OpportunityState.values()) {
                String id = in(room, from);
                assertEquals(row[0] + " from " + from, row[1 + from.ordinal()], tried(room, row[0], id, "needs"));
            }
        }
        for (String verb : List.of("move", "win", "lose", "reopen")) {
            String id = room.create("Tea").id();
            room.deals.opportunities().archive(SalesRoom.ACTOR, id, v -> {});
            assertEquals(verb, "crm.opportunity.archived", tried(room, verb, id, "needs"));
            assertEquals(verb, "crm.opportunity.not-found", tried(room, verb, "0000000000009", "needs"));
        }
    }

    @Test
    public void aRandomWalkLeavesAHistoryThatLeadsToWhereItIs() {
        SalesRoom room = new SalesRoom(database());
        List<String> ids = new ArrayList<>();
        for (int walk = 0; walk < 8; walk++) {
            Kept<Opportunity> one = room.create("Walk " + walk);
            ids.add(one.id());
            List<String> model = new ArrayList<>(List.of("null>qualification OPEN"));
            for (int i = 0; i < 25; i++) {
                step(room, one.id(), model);
            }
            assertHistory(room, one.id(), model);
        }
        assertEquals(List.of(), new OpenStandsInAStage(room.office.tx, room.deals).counterExamples(10));
        assertEquals(List.of(), new StepsLeadHere(room.office.tx).counterExamples(10));
        assertEquals(List.of(), new ClosedHasADay(room.office.tx).counterExamples(10));
    }

    private void step(SalesRoom room, String id, List<String> model) {
        Opportunity before = room.desk.get(SalesRoom.ACTOR, id).value();
        String verb = VERBS.get(random.nextInt(VERBS.size()));
        String stage = STAGES.get(random.nextInt(STAGES.size()));
        tried(room, verb, id, stage);
        Opportunity after = room.desk.get(SalesRoom.ACTOR, id).value();
        boolean moves = verb.equals("move") && before.open() && !before.stage().equals(stage);
        boolean closes = before.open() && (verb.equals("win") || verb.equals("lose"));
        boolean reopens = verb.equals("reopen") && !before.open();
        if (moves || closes || reopens) {
            model.add(before.stage() + '>' + after.stage() + ' ' + after.state());
        }
        assertEquals(moves ? stage : before.stage(), after.stage());
        assertEquals(after.open(), after.closedOn() == null);
    }

    private static void assertHistory(SalesRoom room, String id, List<String> model) {
        List<StageStep> steps = room.desk.steps(SalesRoom.ACTOR, id);
        assertEquals(
                model,
                steps.stream()
                        .map(step -> step.from() + '>' + step.to() + ' ' + step.state())
                        .toList());
        Duration sum = Duration.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            assertEquals(i + 1, steps.get(i).place());
            if (i > 0) {
                assertEquals(steps.get(i - 1).to(), steps.get(i).from());
                assertEquals(steps.get(i - 1).state(), steps.get(i).stateBefore());
                sum = sum.plus(steps.get(i).duration());
            }
        }
        assertNull(steps.get(0).duration());
        StageStep last = steps.get(steps.size() - 1);
        assertEquals(Duration.between(steps.get(0).at(), last.at()), sum);
        Opportunity is = room.desk.get(SalesRoom.ACTOR, id).value();
        assertEquals(is.stage(), last.to());
        assertEquals(is.state(), last.state());
    }

    @Test
    public void theProbabilityIsTheStagesUntilSomebodySaysOtherwise() {
        SalesRoom room = new SalesRoom(database());
        String id = room.create("Tea").id();
        assertEquals(10, (int) room.desk.get(SalesRoom.ACTOR, id).value().probability());
        assertEquals(50, (int) room.move(id, "proposal").value().probability());
        Opportunity said = said(room, id, 65);
        assertTrue(said.probabilityManual());
        assertEquals(65, (int) room.move(id, "negotiation").value().probability());
        Opportunity open = said(room, id, null);
        assertEquals(75, (int) open.probability());
        assertEquals(false, open.probabilityManual());
        assertEquals(100, (int) room.win(id).value().probability());
        assertEquals(75, (int) room.reopen(id).value().probability());
        assertEquals(0, (int) room.lose(id).value().probability());
        assertThrows(Conflict.class, () -> said(room, id, 5));
    }

    @Test
    public void anEditThatNamesAnotherStageIsAMove() {
        SalesRoom room = new SalesRoom(database());
        String id = room.create("Tea").id();
        edit(room, id, draft -> with(draft, draft.party(), "needs", draft.probability()));
        assertEquals(2, room.desk.steps(SalesRoom.ACTOR, id).size());
        assertEquals(25, (int) room.desk.get(SalesRoom.ACTOR, id).value().probability());
        Rejected refusal = assertThrows(
                Rejected.class, () -> edit(room, id, draft -> with(draft, draft.party(), "moon", draft.probability())));
        assertEquals("stage", refusal.fields().get(0).field());
    }

    @Test
    public void whoIsNotThereBuysNothing() {
        SalesRoom room = new SalesRoom(database());
        Ref malee = room.office.person("Malee", "Srisuk").ref();
        Kept<Opportunity> one = room.desk.create(
                SalesRoom.ACTOR, OpportunityDraft.of("Tea", malee, Money.of("1", "THB"), null));
        assertEquals(malee, one.value().party());
        for (Ref nobody : List.of(new Ref("crm", "party", "0000000000009"), new Ref("hr", "party", "1"))) {
            Rejected refusal = assertThrows(
                    Rejected.class,
                    () -> room.desk.create(SalesRoom.ACTOR, OpportunityDraft.of("Tea", nobody, null, null)));
            assertEquals("party", refusal.fields().get(0).field());
        }
        assertThrows(
                Rejected.class,
                () -> room.desk.create(
                        SalesRoom.ACTOR, OpportunityDraft.of("Tea", null, Money.of("-1", "THB"), null)));
    }

    @Test
    public void aLeadBecomesOneOpportunity() {
        SalesRoom room = new SalesRoom(database());
        Ref lead = Ref.of("crm", "lead", 7);
        OpportunityDraft draft = OpportunityDraft.of("Tea", null, null, null);
        Kept<Opportunity> first = room.desk.ofLead(SalesRoom.ACTOR, lead, draft);
        assertEquals(first.id(), room.desk.ofLead(SalesRoom.ACTOR, lead, draft).id());
        assertEquals(lead, first.value().lead());
        assertEquals(
                1,
                room.deals
                        .opportunities()
                        .list(SalesRoom.ACTOR, RecordQuery.all().where("lead==" + lead))
                        .items()
                        .size());
    }

    @Test
    public void aVerbRefusesAStaleVersionAndAFutureDay() {
        SalesRoom room = new SalesRoom(database());
        Kept<Opportunity> one = room.create("Tea");
        assertThrows(
                Stale.class,
                () -> room.desk.win(
                        SalesRoom.ACTOR,
                        one.id(),
                        version -> org.colonnade.platform.api.web.Versions.match("\"7\"", version),
                        new Closing(null, null)));
        assertThrows(
                Rejected.class,
                () -> room.desk.win(SalesRoom.ACTOR, one.id(), v -> {}, new Closing(LocalDate.of(2999, 1, 1), null)));
        assertThrows(Rejected.class, () -> room.lose(one.id(), "Weather"));
        assertThrows(Rejected.class, () -> room.lose(one.id(), " "));
        Kept<Opportunity> won =
                room.desk.win(SalesRoom.ACTOR, one.id(), v -> {}, new Closing(LocalDate.of(2026, 11, 1), null));
        assertEquals(LocalDate.of(2026, 11, 1), won.value().closedOn());
    }

    @Test
    public void everyStepIsAnEvent() {
        SalesRoom room = new SalesRoom(database());
        String id = room.create("Tea").id();
        room.move(id, "proposal");
        room.move(id, "proposal");
        room.win(id);
        room.reopen(id);
        room.lose(id);
        database().placeEvents();
        assertEquals(
                List.of(
                        "crm.opportunity.created",
                        "crm.opportunity.stage-changed",
                        "crm.opportunity.won",
                        "crm.opportunity.reopened",
                        "crm.opportunity.lost"),
                database().eventLog().entries(null, new PageRequest(100, null)).items().stream()
                        .map(entry -> entry.type())
                        .filter(type -> type.startsWith("crm.opportunity"))
                        .toList());
    }

    private static String in(SalesRoom room, OpportunityState state) {
        String id = room.create("Tea").id();
        if (state == OpportunityState.WON) {
            room.win(id);
        } else if (state == OpportunityState.LOST) {
            room.lose(id);
        }
        return id;
    }

    /** The state after the verb, or the code of its refusal. */
    private static String tried(SalesRoom room, String verb, String id, String stage) {
        try {
            Kept<Opportunity> after =
                    switch (verb) {
                        case "move" -> room.desk.move(SalesRoom.ACTOR, id, v -> {}, new StageMove(stage, null));
                        case "win" -> room.win(id);
                        case "lose" -> room.lose(id);
                        case "reopen" -> room.reopen(id);
                        default -> edit(room, id, draft -> draft.from(draft.lead()));
                    };
            return after.value().state().name();
        } catch (Problem refusal) {
            return refusal.code();
        }
    }

    private static Kept<Opportunity> edit(
            SalesRoom room, String id, java.util.function.UnaryOperator<OpportunityDraft> change) {
        return room.deals.opportunities().change(SalesRoom.ACTOR, id, v -> {}, change);
    }

    private static Opportunity said(SalesRoom room, String id, Integer probability) {
        return edit(room, id, draft -> with(draft, draft.party(), draft.stage(), probability))
                .value();
    }

    private static OpportunityDraft with(OpportunityDraft draft, Ref party, String stage, Integer probability) {
        return new OpportunityDraft(
                draft.name(),
                party,
                draft.contact(),
                draft.pipeline(),
                stage,
                draft.amount(),
                draft.expectedClose(),
                probability,
                draft.owner(),
                draft.team(),
                draft.source(),
                draft.lead(),
                draft.description());
    }
}
