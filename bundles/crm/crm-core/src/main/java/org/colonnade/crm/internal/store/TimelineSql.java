package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.colonnade.crm.internal.domain.deal.Amounts;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** What crm's own tables tell of a party, newest first. */
public final class TimelineSql {

    private static final String NOTES = "select id, created_at, author, note_text from crm_note"
            + " where party_id = ? and created_at < ? order by created_at desc, id desc limit ?";
    private static final String STEPS = "select s.id, s.happened_at, s.actor, o.id, o.name, s.stage_before, s.stage,"
            + " s.state_before, s.state, o.amount, o.amount_currency, o.lost_reason"
            + " from crm_opportunity o join crm_opportunity_step s on s.opportunity_id = o.id"
            + " where o.party = ? and s.happened_at < ? order by s.happened_at desc, s.id desc limit ?";

    private TimelineSql() {}

    /** A note. */
    public record Written(String id, Instant at, String actor, String text) {}

    /** A step of an opportunity, with what the opportunity is now. */
    public record Step(
            String id,
            Instant at,
            String actor,
            String opportunity,
            String name,
            String stageBefore,
            String stage,
            String stateBefore,
            String state,
            Money amount,
            String reason) {}

    /** The notes about a party. */
    public static List<Written> notes(Work work, Ref party, Instant before, int limit) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                NOTES,
                row -> new Written(
                        Tsid.text(row.getLong(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4)),
                Tsid.parse(party.id()),
                before.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** The steps of a party's opportunities. */
    public static List<Step> steps(Work work, Ref party, Instant before, int limit) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                STEPS,
                row -> new Step(
                        Tsid.text(row.getLong(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        Tsid.text(row.getLong(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(11) == null
                                ? null
                                : Amounts.money(row.getBigDecimal(10), Currency.getInstance(row.getString(11))),
                        row.getString(12)),
                party.toString(),
                before.atOffset(ZoneOffset.UTC),
                limit);
    }
}
