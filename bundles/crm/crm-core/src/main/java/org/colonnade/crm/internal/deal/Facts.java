package org.colonnade.crm.internal.deal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityState;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;

/**
 * What forecasts count of opportunities, with the time from when until when it was so. A forecast of any instant is a query over the rows
 * that were true then; what was true is never changed, only ended.
 */
final class Facts {

    /** The end of what is still so. */
    static final OffsetDateTime FOREVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final String SINCE =
            "select valid_from from crm_opportunity_fact where opportunity_id = ? and valid_to = ?";
    private static final String END =
            "update crm_opportunity_fact set valid_to = ? where opportunity_id = ? and valid_to = ?";
    private static final String DROP = "delete from crm_opportunity_fact where opportunity_id = ? and valid_to = ?";
    private static final String BEGIN = "insert into crm_opportunity_fact (id, opportunity_id, valid_from, valid_to, pipeline,"
            + " stage, state, owner, team, due_on, amount, currency, probability)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private Facts() {}

    /** What a forecast counts of an opportunity; null where it counts nothing. */
    private record Fact(
            Ref pipeline,
            String stage,
            OpportunityState state,
            Ref owner,
            Ref team,
            LocalDate due,
            BigDecimal amount,
            String currency,
            int probability) {

        static Fact of(Kept<Opportunity> kept) {
            if (kept == null || kept.archived() || kept.value().amount() == null) {
                return null;
            }
            Opportunity one = kept.value();
            return new Fact(
                    one.pipeline(),
                    one.stage(),
                    one.state(),
                    one.owner(),
                    one.team(),
                    one.due(),
                    one.amount().amount().stripTrailingZeros(),
                    one.amount().currency().getCurrencyCode(),
                    one.probability());
        }
    }

    /** Ends what is no longer so and begins what is. */
    static void keep(Work work, Kept<Opportunity> before, Kept<Opportunity> after) throws SQLException {
        Fact was = Fact.of(before);
        Fact is = Fact.of(after);
        if (Objects.equals(was, is)) {
            return;
        }
        long id = Tsid.parse(after.id());
        OffsetDateTime now = work.now().atOffset(ZoneOffset.UTC);
        if (was != null) {
            now = end(work, id, now);
        }
        if (is != null) {
            begin(work, id, now, is);
        }
    }

    /** Two changes in one transaction leave one row: nothing was so for no time. */
    private static OffsetDateTime end(Work work, long id, OffsetDateTime now) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Instant since = Sql.query(
                        connection,
                        SINCE,
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        id,
                        FOREVER)
                .stream()
                .findFirst()
                .orElse(Instant.MIN);
        if (since.isBefore(now.toInstant())) {
            Sql.update(connection, END, now, id, FOREVER);
            return now;
        }
        Sql.update(connection, DROP, id, FOREVER);
        return since.atOffset(ZoneOffset.UTC);
    }

    private static void begin(Work work, long id, OffsetDateTime from, Fact is) throws SQLException {
        Sql.update(
                work.unwrap(Connection.class),
                BEGIN,
                work.newId(),
                id,
                from,
                FOREVER,
                is.pipeline().toString(),
                is.stage(),
                is.state().name(),
                is.owner() == null ? null : is.owner().toString(),
                is.team() == null ? null : is.team().toString(),
                is.due(),
                is.amount(),
                is.currency(),
                is.probability());
    }
}
