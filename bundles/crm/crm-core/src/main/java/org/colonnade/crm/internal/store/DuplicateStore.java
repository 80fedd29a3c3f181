package org.colonnade.crm.internal.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.Suspect;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** The pairs of parties that may be one, and what somebody decided about them. */
public final class DuplicateStore {

    private static final String OF_PARTY = "select d from DuplicateRow d where d.a = :party or d.b = :party";
    private static final String LIST =
            "select d from DuplicateRow d where d.state = :state and d.id < :before order by d.id desc";

    private final PartyStore parties;

    public DuplicateStore(PartyStore parties) {
        this.parties = parties;
    }

    /** Brings the open pairs of a party to what is suspected now; what was rejected stays so. Doing it twice changes nothing. */
    public void keep(Work work, long party, List<Suspect> suspects) {
        EntityManager rows = work.unwrap(EntityManager.class);
        Map<Long, DuplicateRow> present = new HashMap<>();
        rows.createQuery(OF_PARTY, DuplicateRow.class)
                .setParameter("party", party)
                .getResultList()
                .forEach(row -> present.put(row.other(party), row));
        for (Suspect suspect : suspects) {
            long other = StoredParty.id(suspect.party());
            DuplicateRow row = present.remove(other);
            if (row == null) {
                row = new DuplicateRow(work.newId(), Math.min(party, other), Math.max(party, other), work.now());
                row.speaksFor(suspect.strength(), suspect.reasons());
                rows.persist(row);
            } else if (row.open()) {
                row.speaksFor(suspect.strength(), suspect.reasons());
            }
        }
        present.values().stream().filter(DuplicateRow::open).forEach(rows::remove);
    }

    /** The others that somebody said are not the same as the party. */
    public Set<Long> rejected(Work work, long party) {
        Set<Long> others = new HashSet<>();
        work
                .unwrap(EntityManager.class)
                .createQuery(OF_PARTY, DuplicateRow.class)
                .setParameter("party", party)
                .getResultList()
                .stream()
                .filter(row -> !row.open())
                .forEach(row -> others.add(row.other(party)));
        return others;
    }

    /** The pair's row, or null. */
    public DuplicateRow find(Work work, long id) {
        return work.unwrap(EntityManager.class).find(DuplicateRow.class, id);
    }

    /** Remembers that the two are not the same. */
    public Duplicate reject(Work work, DuplicateRow row, String actor) throws SQLException {
        if (row.open()) {
            row.rejected(work.now(), actor);
        }
        return view(row, parties.names(work, List.of(row.a(), row.b())));
    }

    /** The pairs in one state, newest first. */
    public Page<Duplicate> list(Work work, Duplicate.State state, PageRequest page) throws SQLException {
        List<String> keys = page.keys(1);
        long before = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        List<DuplicateRow> rows = work.unwrap(EntityManager.class)
                .createQuery(LIST, DuplicateRow.class)
                .setParameter("state", state)
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultList();
        boolean more = rows.size() > page.limit();
        List<DuplicateRow> shown = more ? rows.subList(0, page.limit()) : rows;
        Set<Long> ids = new HashSet<>();
        shown.forEach(row -> ids.addAll(List.of(row.a(), row.b())));
        Map<Long, String> names = parties.names(work, ids);
        return new Page<>(
                shown.stream().map(row -> view(row, names)).toList(),
                more ? PageRequest.cursor(Tsid.text(shown.get(shown.size() - 1).id())) : null);
    }

    private static Duplicate view(DuplicateRow row, Map<Long, String> names) {
        return new Duplicate(
                Tsid.text(row.id()),
                StoredParty.ref(row.a()),
                names.get(row.a()),
                StoredParty.ref(row.b()),
                names.get(row.b()),
                row.state(),
                row.strength(),
                row.reasons(),
                row.foundAt());
    }
}
