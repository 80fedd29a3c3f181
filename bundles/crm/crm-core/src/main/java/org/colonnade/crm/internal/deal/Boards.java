package org.colonnade.crm.internal.deal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.deal.Board;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.Stage;
import org.colonnade.crm.internal.domain.deal.Amounts;
import org.colonnade.crm.internal.store.Reached;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws the board of a pipeline: one query for the sums, one for the cards of each stage, all by the same index. */
@Component(service = Boards.class)
public class Boards {

    private static final int CARDS = 20;
    private static final String SUMS = "select stage, amount_currency, count(*), sum(amount) from crm_opportunity"
            + " where pipeline = ? and state = 'OPEN' and archived = false group by stage, amount_currency"
            + " order by stage, amount_currency";
    private static final String THEIR_SUMS =
            "select stage, amount_currency, count(*), sum(amount) from crm_opportunity where pipeline = ?"
                    + " and state = 'OPEN' and archived = false and (owner = ? or team = any (?))"
                    + " group by stage, amount_currency order by stage, amount_currency";
    private static final String THEIR_FIRST =
            "select id from crm_opportunity where pipeline = ? and stage = ? and state = 'OPEN' and archived = false"
                    + " and (owner = ? or team = any (?)) order by stage_since, id limit ?";
    private static final String FIRST =
            "select id from crm_opportunity where pipeline = ? and stage = ? and state = 'OPEN'"
                    + " and archived = false order by stage_since, id limit ?";

    private final Tx tx;
    private final Deals deals;

    @Activate
    public Boards(@Reference(target = "(module=crm)") Tx tx, @Reference Deals deals) {
        this.tx = tx;
        this.deals = deals;
    }

    /** What stands in a stage in one currency; the currency is null where there is no amount. */
    private record Sum(String stage, String currency, long count, BigDecimal amount) {}

    /** The board as the actor may see it. */
    public Board of(Actor actor, String pipelineId) {
        RecordDesk<Opportunity, OpportunityDraft> desk = deals.opportunities();
        Kept<Pipeline> pipeline = deals.pipelines().read(actor, pipelineId);
        actor.require(desk.kind().readPermission());
        return tx.read(work -> {
            String ref = deals.pipelines().kind().ref(pipeline.id()).toString();
            List<Sum> sums = sums(work, actor, ref);
            List<Board.Column> columns = new ArrayList<>();
            for (Stage stage : pipeline.value().stages()) {
                List<Sum> here = sums.stream()
                        .filter(sum -> sum.stage().equals(stage.key()))
                        .toList();
                if (stage.active() || !here.isEmpty()) {
                    columns.add(column(work, actor, ref, stage, here));
                }
            }
            return new Board(
                    pipeline.id(), pipeline.value().name(), pipeline.value().currency(), columns);
        });
    }

    private List<Sum> sums(Work work, Actor actor, String pipeline) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Sql.Reader<Sum> reader =
                row -> new Sum(row.getString(1), row.getString(2), row.getLong(3), row.getBigDecimal(4));
        Reached theirs = Reached.of(actor);
        return theirs == null
                ? Sql.query(connection, SUMS, reader, pipeline)
                : Sql.query(
                        connection,
                        THEIR_SUMS,
                        reader,
                        pipeline,
                        theirs.owner(),
                        Sql.texts(connection, theirs.teams()));
    }

    private Board.Column column(Work work, Actor actor, String pipeline, Stage stage, List<Sum> sums)
            throws SQLException {
        List<Kept<Opportunity>> first = sums.isEmpty() ? List.of() : first(work, actor, pipeline, stage);
        List<Map<String, Object>> shown = deals.opportunities().shown(actor, first);
        List<Board.Card> cards = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            cards.add(card(shown.get(i), first.get(i).value(), stage, work.now()));
        }
        List<Money> amounts = !deals.opportunities().sees(actor, "amount")
                ? List.of()
                : sums.stream()
                        .filter(sum -> sum.currency() != null)
                        .map(sum -> Amounts.money(sum.amount(), Currency.getInstance(sum.currency())))
                        .toList();
        return new Board.Column(stage, sums.stream().mapToLong(Sum::count).sum(), amounts, cards);
    }

    private List<Kept<Opportunity>> first(Work work, Actor actor, String pipeline, Stage stage) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Sql.Reader<String> reader = row -> Tsid.text(row.getLong(1));
        Reached theirs = Reached.of(actor);
        List<String> ids = theirs == null
                ? Sql.query(connection, FIRST, reader, pipeline, stage.key(), CARDS)
                : Sql.query(
                        connection,
                        THEIR_FIRST,
                        reader,
                        pipeline,
                        stage.key(),
                        theirs.owner(),
                        Sql.texts(connection, theirs.teams()),
                        CARDS);
        return deals.opportunities().find(work, ids);
    }

    private static Board.Card card(Map<String, Object> shown, Opportunity one, Stage stage, Instant now) {
        long days = Math.max(0, Duration.between(one.stageSince(), now).toDays());
        return new Board.Card(shown, days, stage.rottingDays() != null && days >= stage.rottingDays());
    }
}
