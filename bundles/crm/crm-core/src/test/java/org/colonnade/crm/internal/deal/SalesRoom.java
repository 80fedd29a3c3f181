package org.colonnade.crm.internal.deal;

import java.time.LocalDate;
import java.util.List;
import org.colonnade.crm.api.deal.Closing;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.PipelineDraft;
import org.colonnade.crm.api.deal.Stage;
import org.colonnade.crm.api.deal.StageMove;
import org.colonnade.crm.internal.Office;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** The desks of selling on one database. */
public final class SalesRoom {

    public static final Actor ACTOR = Office.ACTOR;
    public static final Ref STANDARD = new Ref("crm", "pipeline", "0000000000001");

    public final Office office;
    public final Deals deals;
    public final StoredOpportunityDesk desk;
    public final Boards boards;

    public SalesRoom(TestDatabase database) {
        office = new Office(database);
        deals = new Deals(
                new KeptRecords(new FieldRights(database.tx("records")), new Companions()),
                office.tx,
                office.directory);
        desk = new StoredOpportunityDesk(office.tx, deals);
        boards = new Boards(office.tx, deals);
    }

    public Kept<Opportunity> create(String name) {
        return create(name, "100.00", LocalDate.of(2027, 1, 15));
    }

    public Kept<Opportunity> create(String name, String amount, LocalDate close) {
        return desk.create(ACTOR, OpportunityDraft.of(name, null, Money.of(amount, "EUR"), close));
    }

    public Kept<Opportunity> move(String id, String stage) {
        return desk.move(ACTOR, id, version -> {}, new StageMove(stage, null));
    }

    public Kept<Opportunity> win(String id) {
        return desk.win(ACTOR, id, version -> {}, new Closing(null, null));
    }

    public Kept<Opportunity> lose(String id) {
        return desk.lose(ACTOR, id, version -> {}, new Closing(null, "Price"));
    }

    public Kept<Opportunity> lose(String id, String reason) {
        return desk.lose(ACTOR, id, version -> {}, new Closing(null, reason));
    }

    public Kept<Opportunity> reopen(String id) {
        return desk.reopen(ACTOR, id, version -> {}, null);
    }

    public Kept<Pipeline> pipeline(String name, Stage... stages) {
        return deals.pipelines().create(ACTOR, new PipelineDraft(name, "EUR", false, List.of(stages), null));
    }

    public Kept<Pipeline> stages(String pipeline, Stage... stages) {
        return deals.pipelines()
                .change(
                        ACTOR,
                        pipeline,
                        version -> {},
                        draft -> new PipelineDraft(
                                draft.name(),
                                draft.currency(),
                                draft.standard(),
                                List.of(stages),
                                draft.lostReasons()));
    }
}
