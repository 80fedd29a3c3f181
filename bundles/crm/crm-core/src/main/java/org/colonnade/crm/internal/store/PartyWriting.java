package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.platform.api.store.Work;

/** Parties on their way into their tables. New ones go past the mapper: there is nothing to compare and nothing to take away. */
final class PartyWriting {

    private static final String[] DELETES = {
        "delete from crm_contact_point where party_id = any (?)", "delete from crm_party_tag where party_id = any (?)",
        "delete from crm_identifier where party_id = any (?)", "delete from crm_party_card where party_id = any (?)",
        "delete from crm_search where party_id = any (?)"
    };

    private final Work work;
    private final PhoneRule phones;
    private final List<StoredParty> fresh = new ArrayList<>();
    private final List<StoredParty> known = new ArrayList<>();

    PartyWriting(Work work, PhoneRule phones) {
        this.work = work;
        this.phones = phones;
    }

    /** Takes a party whose row says already what it shall. */
    void add(StoredParty party) {
        if (party.row().version() == 0) {
            fresh.add(party);
        } else {
            work.unwrap(EntityManager.class).persist(party.row());
            known.add(party);
        }
    }

    /** Writes all of them with their parts, the search text among them. */
    void store() throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        if (!known.isEmpty()) {
            List<Long> ids = known.stream().map(StoredParty::id).toList();
            for (String delete : DELETES) {
                Sql.update(connection, delete, Sql.ids(connection, ids));
            }
            NewParties.parts(connection, known, phones);
        }
        if (fresh.size() == 1 && Sql.takesSeveral(connection)) {
            NewParties.one(connection, fresh.get(0), phones);
        } else if (!fresh.isEmpty()) {
            NewParties.all(connection, fresh, phones);
        }
    }
}
