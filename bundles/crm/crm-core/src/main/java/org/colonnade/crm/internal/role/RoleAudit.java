package org.colonnade.crm.internal.role;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Looks for roles that do not agree with each other. */
public final class RoleAudit {

    private static final String TWICE = "select a.role_id, b.role_id from crm_party_role_period a"
            + " join crm_party_role_period b on b.party_id = a.party_id and b.role = a.role and b.role_id > a.role_id"
            + " and b.valid_from <= a.valid_to and b.valid_to >= a.valid_from"
            + " where a.archived = false and b.archived = false order by a.role_id limit ?";
    private static final String OTHERWISE = "select r.id from crm_party_role r"
            + " left join crm_party_role_period d on d.role_id = r.id"
            + " where (r.party is null) <> (d.role_id is null) or d.role <> r.role or d.archived <> r.archived"
            + " or d.valid_from <> coalesce(r.valid_from, date '0001-01-01')"
            + " or d.valid_to <> coalesce(r.valid_to, date '9999-12-31') order by r.id limit ?";

    private RoleAudit() {}

    /** Two roles of one day, and roles that lists know otherwise. */
    public static List<String> faults(Work work, int limit) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        List<String> twice = Sql.query(
                connection,
                TWICE,
                row -> "party-role " + Tsid.text(row.getLong(1)) + " and " + Tsid.text(row.getLong(2)),
                limit);
        List<String> otherwise =
                Sql.query(connection, OTHERWISE, row -> "party-role " + Tsid.text(row.getLong(1)), limit);
        return Stream.concat(twice.stream(), otherwise.stream()).limit(limit).toList();
    }
}
