package org.colonnade.crm.internal.role;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.crm.internal.domain.RolePeriod;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;

/** The days of all roles beside their records: by them lists of parties are filtered, and none meets another. */
final class RoleTable {

    private static final String LOCK = "select id from crm_party where id = ? for update";
    private static final String FORGET = "delete from crm_party_role_period where role_id = ?";
    private static final String KEEP =
            "insert into crm_party_role_period (role_id, party_id, role, valid_from, valid_to, archived)"
                    + " values (?, ?, ?, ?, ?, ?)";
    private static final String OTHERS = "select valid_from, valid_to from crm_party_role_period"
            + " where party_id = ? and role = ? and archived = false and role_id <> ? order by valid_from";
    private static final String OF_PARTY = "select id from crm_party_role where party = ? order by id";

    private RoleTable() {}

    /** Keeps the days of a role as its record says them now. */
    static void keep(Work work, Kept<PartyRole> role) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        long id = Tsid.parse(role.id());
        PartyRole value = role.value();
        Sql.update(connection, FORGET, id);
        if (value.party() != null) {
            RolePeriod days = RolePeriod.of(value.validFrom(), value.validTo());
            Sql.update(
                    connection,
                    KEEP,
                    id,
                    StoredParty.id(value.party()),
                    value.role(),
                    days.from(),
                    days.to(),
                    role.archived());
        }
    }

    /** The days of the other roles of the same name that a party has; nobody else gives it one until the transaction ends. */
    static List<RolePeriod> others(Work work, Ref party, String role, String self) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        long id = StoredParty.id(party);
        Sql.query(connection, LOCK, row -> row.getLong(1), id);
        return Sql.query(
                connection,
                OTHERS,
                row -> new RolePeriod(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                id,
                role,
                self == null ? -1L : Tsid.parse(self));
    }

    /** The roles of a party, put away or not. */
    static List<String> of(Work work, Ref party) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), OF_PARTY, row -> Tsid.text(row.getLong(1)), party.toString());
    }
}
