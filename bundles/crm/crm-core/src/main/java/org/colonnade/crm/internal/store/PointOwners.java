package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Whose contact points are that a party had once. Only merges and their undoing give a point to another party. */
public final class PointOwners {

    private static final String MET = "select p.party_id from crm_merge m join crm_merge_party p on p.merge_id = m.id"
            + " where m.survivor = any (?) union select m.survivor from crm_merge_party p join crm_merge m on m.id = p.merge_id"
            + " where p.party_id = any (?)";
    private static final String POINTS =
            "select point_id from crm_contact_point where party_id = any (?) and point_id = any (?)";

    private PointOwners() {}

    /** Those of the ids that another party has now. */
    public static Set<String> others(Work work, long party, Collection<String> ids) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Set<String> taken = new HashSet<>();
        Set<Long> met = ids.isEmpty() ? Set.of() : met(connection, party);
        if (!met.isEmpty()) {
            Sql.query(
                    connection,
                    POINTS,
                    row -> taken.add(Tsid.text(row.getLong(1))),
                    Sql.ids(connection, met),
                    Sql.ids(connection, ids.stream().map(Tsid::parse).toList()));
        }
        return taken;
    }

    /** Everybody to whom merges lead from the party, one merge further with each query. */
    private static Set<Long> met(Connection connection, long party) throws SQLException {
        Set<Long> all = new HashSet<>(Set.of(party));
        Set<Long> next = Set.of(party);
        while (!next.isEmpty()) {
            Set<Long> found = new HashSet<>();
            Sql.query(
                    connection,
                    MET,
                    row -> found.add(row.getLong(1)),
                    Sql.ids(connection, next),
                    Sql.ids(connection, next));
            found.removeAll(all);
            all.addAll(found);
            next = found;
        }
        all.remove(party);
        return all;
    }
}
