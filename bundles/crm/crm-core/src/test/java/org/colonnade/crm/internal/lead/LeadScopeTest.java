package org.colonnade.crm.internal.lead;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.api.deal.Board;
import org.colonnade.crm.api.deal.Closing;
import org.colonnade.crm.api.deal.Forecast;
import org.colonnade.crm.api.deal.ForecastBy;
import org.colonnade.crm.api.deal.ForecastDesk;
import org.colonnade.crm.api.deal.ForecastQuery;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.StageMove;
import org.colonnade.crm.api.lead.AssignmentService;
import org.colonnade.crm.api.lead.AssignmentWish;
import org.colonnade.crm.api.lead.ConversionWish;
import org.colonnade.crm.api.lead.Disqualification;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.Strategy;
import org.colonnade.crm.internal.deal.SalesRoom;
import org.colonnade.crm.internal.forecast.StoredForecastDesk;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Leads and opportunities of another team are not there for whoever sees the own team's only. */
public class LeadScopeTest extends OnEachDatabase {

    private static final Set<String> SCOPED =
            Set.of("crm.lead.read", "crm.lead.change", "crm.opportunity.read", "crm.opportunity.change");
    private static final Set<String> ALL = Set.of(
            "crm.lead.read",
            "crm.lead.change",
            "crm.opportunity.read",
            "crm.opportunity.change",
            "crm.party.read",
            "crm.party.change",
            "crm.pipeline.read",
            ForecastDesk.READ,
            AssignmentService.ASSIGN);

    private LeadOffice leads;
    private SalesRoom sales;
    private Actor malee;
    private Actor somchai;

    @Before
    public void open() {
        leads = new LeadOffice(database());
        sales = new SalesRoom(database());
        malee = member(7, "malee", "north");
        somchai = member(8, "somchai", "south");
    }

    private static Actor member(long user, String name, String team) {
        String id = Ref.of("platform", "team", team.length() + user).id();
        return new Actor(
                Ref.of("platform", "user", user),
                name,
                ALL,
                false,
                Set.of("r"),
                new Standing(
                        name,
                        Map.of(id, team),
                        id,
                        SCOPED.stream().collect(Collectors.toMap(one -> one, one -> Reach.TEAM))));
    }

    private Kept<Lead> lead(Actor actor, String name) throws Exception {
        return new Caller(actor, "-").call(() -> leads.records
                .leads()
                .create(actor, new LeadDraft(name, null, null, null, null, null, null, null, null, null, null)));
    }

    @Test
    public void aLeadThatNobodyGotIsKeptByWhoBroughtIt() throws Exception {
        Lead mine = lead(malee, "Mine").value();
        assertEquals("malee", mine.owner());
        assertEquals("north", mine.team());
        assertEquals(null, lead(LeadOffice.ACTOR, "Nobody's").value().owner());
        leads.rule(1, Strategy.ROUND_ROBIN, null, "somchai");
        Kept<Lead> given = lead(malee, "Given");
        assertEquals("somchai", given.value().owner());
        assertThrows(NotFound.class, () -> leads.records.leads().read(malee, given.id()));
    }

    @Test
    public void theVerbsOfLeadsFindTheOwnOnes() throws Exception {
        String id = lead(somchai, "Canary").id();
        for (Runnable way : List.<Runnable>of(
                () -> leads.desk.contact(malee, id, version -> {}),
                () -> leads.desk.qualify(malee, id, version -> {}),
                () -> leads.desk.disqualify(malee, id, version -> {}, new Disqualification("x")),
                () -> leads.desk.convert(malee, id, version -> {}, new ConversionWish(null, null)),
                () -> leads.desk.preview(malee, id, new ConversionWish(null, null)),
                () -> leads.desk.explain(malee, id, null),
                () -> leads.assignments.assign(malee, id, new AssignmentWish(null, null)),
                () -> leads.assignments.preview(malee, id, new AssignmentWish("malee", null)),
                () -> leads.assignments.explain(malee, id))) {
            assertEquals(
                    "crm.lead.not-found", assertThrows(NotFound.class, way::run).code());
        }
        String mine = lead(malee, "Mine").id();
        assertEquals(
                "platform.scope.beyond",
                assertThrows(
                                Rejected.class,
                                () -> leads.assignments.assign(malee, mine, new AssignmentWish("somchai", null)))
                        .code());
        leads.assignments.assign(malee, mine, new AssignmentWish("Malee", null));
        leads.desk.contact(malee, mine, version -> {});
        assertEquals(
                List.of(mine),
                leads.records.leads().list(malee, RecordQuery.all()).items().stream()
                        .map(Kept::id)
                        .toList());
    }

    private Kept<Opportunity> opportunity(Actor actor, String amount) throws Exception {
        return new Caller(actor, "-")
                .call(() -> sales.desk.create(
                        actor, OpportunityDraft.of("Deal", null, Money.of(amount, "EUR"), LocalDate.of(2027, 1, 15))));
    }

    @Test
    public void opportunitiesAndBoardsShowTheOwnOnes() throws Exception {
        Kept<Opportunity> mine = opportunity(malee, "10.00");
        Kept<Opportunity> theirs = opportunity(somchai, "77.00");
        assertEquals(malee.ref(), mine.value().owner());
        assertEquals(malee.standing().home(), mine.value().team().id());
        for (Runnable way : List.<Runnable>of(
                () -> sales.desk.get(malee, theirs.id()),
                () -> sales.desk.steps(malee, theirs.id()),
                () -> sales.desk.move(malee, theirs.id(), version -> {}, new StageMove("proposal", null)),
                () -> sales.desk.win(malee, theirs.id(), version -> {}, new Closing(null, null)))) {
            assertEquals(
                    "crm.opportunity.not-found",
                    assertThrows(NotFound.class, way::run).code());
        }
        Board board = sales.boards.of(malee, SalesRoom.STANDARD.id());
        assertEquals(1, board.columns().stream().mapToLong(Board.Column::count).sum());
        assertEquals(
                1, board.columns().stream().mapToLong(one -> one.cards().size()).sum());
        assertEquals(
                2,
                sales.boards.of(SalesRoom.ACTOR, SalesRoom.STANDARD.id()).columns().stream()
                        .mapToLong(Board.Column::count)
                        .sum());
    }

    @Test
    public void aForecastCountsTheOwnOnes() throws Exception {
        Kept<Opportunity> mine = opportunity(malee, "10.00");
        opportunity(somchai, "77.00");
        StoredForecastDesk forecasts = new StoredForecastDesk(sales.office.tx);
        ForecastQuery query = new ForecastQuery(
                LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), ForecastBy.MONTH, null, null, null, null);
        assertEquals(1, count(forecasts.forecast(malee, query)));
        assertEquals(2, count(forecasts.forecast(SalesRoom.ACTOR, query)));
        assertEquals(
                List.of(mine.id()),
                forecasts.explain(malee, query, PageRequest.first()).items().stream()
                        .map(Forecast.Contribution::opportunity)
                        .toList());
    }

    private static long count(Forecast forecast) {
        return forecast.totals().stream().mapToLong(Forecast.Row::openCount).sum();
    }
}
