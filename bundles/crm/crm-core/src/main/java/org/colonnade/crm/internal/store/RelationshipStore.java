package org.colonnade.crm.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.persistence.EntityManager;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.crm.internal.domain.Relations;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** How parties stand to each other. */
public final class RelationshipStore {

    private static final String OF_PARTY =
            "select r from RelationshipRow r where r.from = :party or r.to = :party order by r.id";

    private final PartyStore parties;

    public RelationshipStore(PartyStore parties) {
        this.parties = parties;
    }

    /** All relationships as the party sees them. */
    public List<Relationship> list(Work work, long party) throws SQLException {
        List<RelationshipRow> rows = rows(work, party);
        Map<Long, String> names = parties.names(
                work, rows.stream().map(row -> other(row, party)).distinct().toList());
        return rows.stream().map(row -> view(row, party, names)).toList();
    }

    /** The same relationship, if it is there already; else null. */
    public Relationship same(Work work, long party, RelationshipDraft draft) throws SQLException {
        return list(work, party).stream()
                .filter(one -> one.type().equals(draft.type())
                        && one.other().equals(draft.other())
                        && Objects.equals(one.since(), draft.since()))
                .findFirst()
                .orElse(null);
    }

    /** Adds a relationship read from the party. */
    public Relationship add(Work work, long party, RelationshipDraft draft, String actor) throws SQLException {
        long other = StoredParty.id(draft.other());
        boolean asSaid = Relations.keptAsSaid(draft.type());
        RelationshipRow row = new RelationshipRow(
                        work.newId(),
                        asSaid ? party : other,
                        asSaid ? other : party,
                        asSaid ? draft.type() : Relations.inverse(draft.type()),
                        draft.since(),
                        draft.until())
                .made(work.now(), actor);
        work.unwrap(EntityManager.class).persist(row);
        return view(row, party, parties.names(work, List.of(other)));
    }

    /** Takes a relationship of the party away; false if it is not there. */
    public boolean remove(Work work, long party, long id) {
        EntityManager rows = work.unwrap(EntityManager.class);
        RelationshipRow row = id < 0 ? null : rows.find(RelationshipRow.class, id);
        if (row == null || row.from() != party && row.to() != party) {
            return false;
        }
        rows.remove(row);
        return true;
    }

    private static List<RelationshipRow> rows(Work work, long party) {
        return work.unwrap(EntityManager.class)
                .createQuery(OF_PARTY, RelationshipRow.class)
                .setParameter("party", party)
                .getResultList();
    }

    private static long other(RelationshipRow row, long party) {
        return row.from() == party ? row.to() : row.from();
    }

    private static Relationship view(RelationshipRow row, long party, Map<Long, String> names) {
        long other = other(row, party);
        String type = row.from() == party ? row.relation() : Relations.inverse(row.relation());
        return new Relationship(
                Tsid.text(row.id()), type, StoredParty.ref(other), names.get(other), row.since(), row.until());
    }
}
