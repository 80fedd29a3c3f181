package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;

/** Takes parties out of all tables, many at once. */
public final class PartyRemoval {

    private static final List<String> USES = List.of(
            "select distinct from_party from crm_relationship where from_party = any (?)",
            "select distinct to_party from crm_relationship where to_party = any (?)",
            "select distinct party_id from crm_party_role_period where party_id = any (?)",
            "select distinct survivor from crm_merge where survivor = any (?)",
            "select distinct party_id from crm_merge_party where party_id = any (?)",
            "select distinct party_a from crm_duplicate where party_a = any (?) and state <> 'OPEN'",
            "select distinct party_b from crm_duplicate where party_b = any (?) and state <> 'OPEN'");
    private static final String NOTES = "select distinct party_id from crm_note where party_id = any (?)"
            + " and (import_id is null or import_id <> ?)";
    private static final List<String> REFERENCES = List.of(
            "select distinct party from crm_opportunity where party = any (?)",
            "select distinct contact from crm_opportunity where contact = any (?)",
            "select distinct party from crm_lead where party = any (?)");
    private static final List<String> DELETES = List.of(
            "delete from crm_contact_point where party_id = any (?)",
            "delete from crm_party_tag where party_id = any (?)",
            "delete from crm_identifier where party_id = any (?)",
            "delete from crm_party_card where party_id = any (?)",
            "delete from crm_card_print where party_id = any (?)",
            "delete from crm_match_key where party_id = any (?)",
            "delete from crm_search where party_id = any (?)",
            "delete from crm_duplicate where party_a = any (?) and state = 'OPEN'",
            "delete from crm_duplicate where party_b = any (?) and state = 'OPEN'",
            "delete from crm_party where id = any (?)");

    private PartyRemoval() {}

    /**
     * Those of the parties about which something was said or decided, or that something else refers to.
     *
     * @param run an import whose own notes do not count; −1 for none
     */
    public static Set<Long> inUse(Work work, Collection<Long> parties, long run) throws SQLException {
        Set<Long> used = new HashSet<>();
        if (!parties.isEmpty()) {
            Connection connection = work.unwrap(Connection.class);
            used.addAll(Sql.query(connection, NOTES, row -> row.getLong(1), Sql.ids(connection, parties), run));
            for (String use : USES) {
                used.addAll(Sql.query(connection, use, row -> row.getLong(1), Sql.ids(connection, parties)));
            }
            List<String> refs =
                    parties.stream().map(id -> StoredParty.ref(id).toString()).toList();
            for (String reference : REFERENCES) {
                Sql.query(
                        connection,
                        reference,
                        row -> used.add(StoredParty.id(Ref.parse(row.getString(1)))),
                        Sql.texts(connection, refs));
            }
        }
        return used;
    }

    /** Takes the parties away; their version was looked at before. */
    public static void remove(Work work, Collection<Long> parties) throws SQLException {
        if (!parties.isEmpty()) {
            Connection connection = work.unwrap(Connection.class);
            for (String delete : DELETES) {
                Sql.update(connection, delete, Sql.ids(connection, parties));
            }
        }
    }
}
