package org.colonnade.crm.internal.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** The table of looks: rows are added in batches, read newest first, and removed when their time is over. */
final class LookTable {

    private static final String ADD =
            "insert into crm_party_look (id, party_id, actor, request, looked_at) values (?, ?, ?, ?, ?)";
    private static final String OF_PARTY = "select id, looked_at, actor, request from crm_party_look"
            + " where party_id = ? and id < ? order by id desc limit ?";
    private static final String OLD = "delete from crm_party_look where id in"
            + " (select id from crm_party_look where looked_at < ? order by looked_at limit ?)";

    private LookTable() {}

    static void add(Work work, List<ReadLog.Noted> all) throws SQLException {
        try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(ADD)) {
            for (ReadLog.Noted one : all) {
                insert.setLong(1, work.newId());
                insert.setLong(2, one.party());
                insert.setString(3, one.actor());
                insert.setString(4, one.request());
                insert.setObject(5, utc(one.at()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static Page<Look> of(Work work, long party, PageRequest page) throws SQLException {
        List<String> keys = page.keys(1);
        long before = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        List<Long> ids = new ArrayList<>();
        List<Look> found = Sql.query(
                work.unwrap(Connection.class),
                OF_PARTY,
                row -> {
                    ids.add(row.getLong(1));
                    return new Look(
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            Ref.parse(row.getString(3)),
                            row.getString(4));
                },
                party,
                before,
                page.limit() + 1);
        boolean more = found.size() > page.limit();
        return new Page<>(
                more ? found.subList(0, page.limit()) : found,
                more ? PageRequest.cursor(Tsid.text(ids.get(page.limit() - 1))) : null);
    }

    /** Removes some that are older. @return how many */
    static int forget(Work work, Instant before, int most) throws SQLException {
        return Sql.update(work.unwrap(Connection.class), OLD, utc(before), most);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
