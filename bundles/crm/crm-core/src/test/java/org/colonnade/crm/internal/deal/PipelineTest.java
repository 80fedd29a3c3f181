package org.colonnade.crm.internal.deal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.deal.Board;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.PipelineDraft;
import org.colonnade.crm.api.deal.Stage;
import org.colonnade.crm.api.deal.StageMove;
import org.colonnade.crm.internal.demo.DemoContacts;
import org.colonnade.crm.internal.demo.DemoSales;
import org.colonnade.crm.internal.invariant.ClosedHasADay;
import org.colonnade.crm.internal.invariant.OpenStandsInAStage;
import org.colonnade.crm.internal.invariant.StepsLeadHere;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

public class PipelineTest extends OnEachDatabase {

    private static final Stage TALK = Stage.of("talk", "Talk", 10);
    private static final Stage OFFER = Stage.of("offer", "Offer", 60);

    @Test
    public void theInstallationBringsAStandardPipeline() {
        SalesRoom room = new SalesRoom(database());
        List<Kept<Pipeline>> all =
                room.deals.pipelines().list(SalesRoom.ACTOR, RecordQuery.all()).items();
        assertEquals(1, all.size());
        assertTrue(all.get(0).value().standard());
        assertEquals(4, all.get(0).value().stages().size());
        assertEquals("qualification", room.create("Tea").value().stage());
        assertEquals(SalesRoom.STANDARD, room.create("More tea").value().pipeline());
    }

    @Test
    public void aStageInUseIsRenamedOrDeactivatedButNotRemoved() {
        SalesRoom room = new SalesRoom(database());
        Kept<Pipeline> pipeline = room.pipeline("Partners", TALK, OFFER);
        String one = begin(room, pipeline, "One");
        begin(room, pipeline, "Two");
        room.win(one);
        Rejected refusal = assertThrows(Rejected.class, () -> room.stages(pipeline.id(), OFFER));
        assertEquals("crm.pipeline.stage-in-use", refusal.code());
        assertEquals("'talk' holds 2 opportunities", refusal.fields().get(0).fault());
        Stage resting = new Stage("talk", "First talk", 10, null, false);
        Kept<Pipeline> after = room.stages(pipeline.id(), OFFER, resting);
        assertEquals(List.of(OFFER, resting), after.value().stages());
        assertEquals("offer", room.desk.get(SalesRoom.ACTOR, begin(room, pipeline, "Three")).value().stage());
        Rejected inactive = assertThrows(Rejected.class, () -> room.desk.reopen(SalesRoom.ACTOR, one, v -> {}, null));
        assertEquals("stage", inactive.fields().get(0).field());
        room.desk.reopen(SalesRoom.ACTOR, one, v -> {}, new StageMove("offer", null));
        Board board = room.boards.of(SalesRoom.ACTOR, pipeline.id());
        assertEquals(List.of("offer", "talk"), board.columns().stream().map(c -> c.stage().key()).toList());
    }

    @Test
    public void onePipelineIsTheStandardOne() {
        SalesRoom room = new SalesRoom(database());
        Kept<Pipeline> second = room.deals
                .pipelines()
                .create(SalesRoom.ACTOR, new PipelineDraft("New", "thb", true, List.of(TALK), null));
        assertEquals("THB", second.value().currency());
        Kept<Pipeline> first = room.deals.pipelines().read(SalesRoom.ACTOR, SalesRoom.STANDARD.id());
        assertFalse(first.value().standard());
        assertEquals(2, first.version());
        assertEquals(second.id(), room.create("Tea").value().pipeline().id());
        Rejected refusal = assertThrows(
                Rejected.class,
                () -> room.deals.pipelines().change(SalesRoom.ACTOR, second.id(), v -> {}, draft ->
                        new PipelineDraft(draft.name(), draft.currency(), false, draft.stages(), null)));
        assertEquals("standard", refusal.fields().get(0).field());
        assertEquals(
                "crm.pipeline.standard",
                assertThrows(
                                Conflict.class,
                                () -> room.deals.pipelines().archive(SalesRoom.ACTOR, second.id(), v -> {}))
                        .code());
    }

    @Test
    public void aPipelineWithOpenOpportunitiesStays() {
        SalesRoom room = new SalesRoom(database());
        Kept<Pipeline> pipeline = room.pipeline("Partners", TALK);
        String one = begin(room, pipeline, "One");
        assertEquals(
                "crm.pipeline.in-use",
                assertThrows(
                                Conflict.class,
                                () -> room.deals.pipelines().archive(SalesRoom.ACTOR, pipeline.id(), v -> {}))
                        .code());
        room.lose(one, "whatever");
        room.deals.pipelines().archive(SalesRoom.ACTOR, pipeline.id(), v -> {});
        assertThrows(Rejected.class, () -> begin(room, pipeline, "Two"));
        assertThrows(Rejected.class, () -> room.reopen(one));
    }

    @Test
    public void theBoardCountsAndMarksWhatRots() {
        SalesRoom room = new SalesRoom(database());
        Kept<Pipeline> pipeline = room.pipeline("Partners", new Stage("talk", "Talk", 10, 1, true), OFFER);
        for (int i = 0; i < 23; i++) {
            begin(room, pipeline, "Tea " + i);
        }
        String old = begin(room, pipeline, "Old");
        room.office.tx.write(work -> {
            var kept = room.deals.opportunities().locked(work, old);
            return org.colonnade.crm.internal.store.Sql.update(
                    work.unwrap(java.sql.Connection.class),
                    "update crm_opportunity set stage_since = ? where id = ?",
                    work.now().minusSeconds(3 * 86_400 + 5).atOffset(java.time.ZoneOffset.UTC),
                    org.colonnade.platform.api.Tsid.parse(kept.id()));
        });
        Board board = room.boards.of(SalesRoom.ACTOR, pipeline.id());
        Board.Column talk = board.columns().get(0);
        assertEquals(24, talk.count());
        assertEquals(List.of(Money.of("240.00", "EUR")), talk.sums());
        assertEquals(20, talk.cards().size());
        Map<String, Object> first = talk.cards().get(0).opportunity();
        assertEquals("Old", first.get("name"));
        assertTrue(talk.cards().get(0).rotting());
        assertEquals(3, talk.cards().get(0).days());
        assertFalse(talk.cards().get(1).rotting());
        assertEquals(0, board.columns().get(1).count());
    }

    @Test
    public void whatMakesNoPipelineIsRefused() {
        SalesRoom room = new SalesRoom(database());
        PipelineDraft wrong = new PipelineDraft(
                " ",
                "XYZ",
                false,
                List.of(new Stage("A b", "", 101, 0, false), new Stage(null, "x", null, null, false), TALK, TALK),
                List.of("a", "a"));
        Rejected refusal =
                assertThrows(Rejected.class, () -> room.deals.pipelines().create(SalesRoom.ACTOR, wrong));
        List<String> fields =
                refusal.fields().stream().map(Rejected.Field::field).toList();
        for (String field : List.of(
                "name",
                "currency",
                "stages[0].key",
                "stages[0].name",
                "stages[0].probability",
                "stages[0].rottingDays",
                "stages[1].key",
                "stages[1].probability",
                "stages[3].key",
                "lostReasons[1]")) {
            assertTrue(field, fields.contains(field));
        }
    }

    @Test
    public void theDemoCompanySells() {
        SalesRoom room = new SalesRoom(database());
        DemoContacts contacts = new DemoContacts(room.office.directory, room.office.desk, room.office.imports);
        DemoSales demo =
                new DemoSales(contacts, room.office.directory, room.deals, room.desk, room.office.tx);
        assertEquals("8 opportunities are there now.", demo.load());
        assertTrue(demo.load().contains("already"));
        assertEquals(
                1,
                room.deals
                        .opportunities()
                        .list(SalesRoom.ACTOR, RecordQuery.all().where("state==WON;party==*"))
                        .items()
                        .size());
        assertEquals(List.of(), new StepsLeadHere(room.office.tx).counterExamples(10));
    }

    @Test
    public void anInvariantNoticesWhatIsNotTrue() throws SQLException {
        SalesRoom room = new SalesRoom(database());
        room.create("Astray");
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("update crm_opportunity_step set stage = 'moon'");
            statement.execute("update crm_pipeline set stages = '[]'");
        }
        assertEquals(1, new StepsLeadHere(room.office.tx).counterExamples(10).size());
        assertEquals(
                1, new OpenStandsInAStage(room.office.tx, room.deals).counterExamples(10).size());
        assertEquals(0, new ClosedHasADay(room.office.tx).counterExamples(10).size());
    }

    private static String begin(SalesRoom room, Kept<Pipeline> pipeline, String name) {
        return room.desk
                .create(
                        SalesRoom.ACTOR,
                        new OpportunityDraft(
                                name,
                                null,
                                null,
                                room.deals.pipelines().kind().ref(pipeline.id()),
                                null,
                                Money.of("10", "EUR"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .id();
    }
}
