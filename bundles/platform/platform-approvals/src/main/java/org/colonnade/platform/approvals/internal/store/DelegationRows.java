package org.colonnade.platform.approvals.internal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;

/** Rights to approve that people have lent. */
public final class DelegationRows {

    private static final String SELECT =
            "select id, giver, taker, kind, up_to, starts_at, ends_at from approvals_delegation";
    private static final String TAKEN = SELECT + " where taker = ? and ends_at > ? order by id";
    private static final String GIVEN = SELECT + " where giver = ? order by id desc limit 500";
    private static final String ADD =
            "insert into approvals_delegation (id, giver, taker, kind, up_to, starts_at, ends_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String END =
            "update approvals_delegation set ends_at = ? where id = ? and giver = ? and ends_at > ?";

    private DelegationRows() {}

    /**
     * A right that was lent.
     *
     * @param id its TSID
     * @param giver whose right it is
     * @param taker who may use it
     * @param kind for which kind of approval; null for all
     * @param upTo up to which amount; null for every amount
     * @param from from when on
     * @param until until when, exclusive
     */
    public record Delegation(long id, Ref giver, Ref taker, String kind, Money upTo, Instant from, Instant until) {}

    /** What somebody was lent that is not over. */
    public static List<Delegation> taken(Work work, Ref taker, Instant now) throws SQLException {
        try (PreparedStatement query = RequestRows.statement(work, TAKEN)) {
            query.setString(1, taker.toString());
            RequestRows.set(query, 2, now);
            return rows(query);
        }
    }

    /** What somebody has lent, the latest first; five hundred at most. */
    public static List<Delegation> given(Work work, Ref giver) throws SQLException {
        try (PreparedStatement query = RequestRows.statement(work, GIVEN)) {
            query.setString(1, giver.toString());
            return rows(query);
        }
    }

    /** Stores one. */
    public static void add(Work work, Delegation one) throws SQLException {
        try (PreparedStatement insert = RequestRows.statement(work, ADD)) {
            insert.setLong(1, one.id());
            insert.setString(2, one.giver().toString());
            insert.setString(3, one.taker().toString());
            insert.setString(4, one.kind());
            insert.setString(5, Texts.money(one.upTo()));
            RequestRows.set(insert, 6, one.from());
            RequestRows.set(insert, 7, one.until());
            insert.executeUpdate();
        }
    }

    /** It ends now. @return whether there was one of that giver that had not ended */
    public static boolean end(Work work, long id, Ref giver) throws SQLException {
        try (PreparedStatement update = RequestRows.statement(work, END)) {
            RequestRows.set(update, 1, work.now());
            update.setLong(2, id);
            update.setString(3, giver.toString());
            RequestRows.set(update, 4, work.now());
            return update.executeUpdate() > 0;
        }
    }

    private static List<Delegation> rows(PreparedStatement query) throws SQLException {
        List<Delegation> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Delegation(
                        row.getLong(1),
                        Ref.parse(row.getString(2)),
                        Ref.parse(row.getString(3)),
                        row.getString(4),
                        Texts.money(row.getString(5)),
                        RequestRows.instant(row, 6),
                        RequestRows.instant(row, 7)));
            }
        }
        return found;
    }
}
