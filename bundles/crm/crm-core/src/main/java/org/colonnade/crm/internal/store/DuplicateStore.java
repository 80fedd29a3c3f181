package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.FieldMatch;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.colonnade.crm.internal.domain.match.MatchRule;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** The pairs of parties that may be one, and what somebody decided about them. */
public final class DuplicateStore {

    private static final String OF_PARTY = "select d from DuplicateRow d where d.a = :party or d.b = :party";
    private static final String OF_PARTIES =
            "select id from crm_duplicate where party_a = any (?) union select id from crm_duplicate where party_b = any (?)";
    private static final String BY_IDS = "select d from DuplicateRow d where d.id in :ids";
    private static final String LIST =
            "select d from DuplicateRow d where d.state = :state and d.id < :before order by d.id desc";

    private static final String LIVING = "select id from crm_party where id = any (?) and archived = false and"
            + " merged_into is null order by id for update";

    private final PartyStore parties;
    private final Supplier<MatchPolicy> policy;

    public DuplicateStore(PartyStore parties, Supplier<MatchPolicy> policy) {
        this.parties = parties;
        this.policy = policy;
    }

    /**
     * Brings the open pairs of parties to what is suspected of each now; what was decided stays so. Doing it twice changes nothing. Tells
     * how many pairs are new.
     */
    public int keep(Work work, Collection<Long> parties, Map<Long, List<Suspect>> suspects) throws SQLException {
        Map<Pair, DuplicateRow> present = pairs(work, parties);
        Set<Pair> missing = new HashSet<>();
        suspects.forEach((party, others) -> others.stream()
                .map(other -> Pair.of(party, StoredParty.id(other.party())))
                .filter(pair -> !present.containsKey(pair))
                .forEach(missing::add));
        Set<Long> living = Set.of();
        if (!missing.isEmpty()) {
            living = living(work, missing);
            present.putAll(pairs(work, parties));
        }
        int found = 0;
        for (long party : parties) {
            found += keep(work, party, suspects.getOrDefault(party, List.of()), present, living);
        }
        return found;
    }

    private static int keep(
            Work work, long party, List<Suspect> suspects, Map<Pair, DuplicateRow> present, Set<Long> living) {
        EntityManager rows = work.unwrap(EntityManager.class);
        Set<Pair> gone = new HashSet<>();
        present.keySet().stream()
                .filter(pair -> pair.one() == party || pair.other() == party)
                .forEach(gone::add);
        int found = 0;
        for (Suspect suspect : suspects) {
            Pair pair = Pair.of(party, StoredParty.id(suspect.party()));
            gone.remove(pair);
            DuplicateRow row = present.get(pair);
            if (row == null && living.contains(pair.one()) && living.contains(pair.other())) {
                row = new DuplicateRow(work.newId(), pair.one(), pair.other(), work.now());
                row.speaksFor(suspect);
                rows.persist(row);
                present.put(pair, row);
                found++;
            } else if (row != null && row.open()) {
                row.speaksFor(suspect);
            }
        }
        for (Pair pair : gone) {
            if (present.get(pair).open()) {
                rows.remove(present.remove(pair));
            }
        }
        return found;
    }

    /** Of the parties of some pairs those that live; none of them is merged or archived until the transaction ends. */
    private static Set<Long> living(Work work, Collection<Pair> pairs) throws SQLException {
        Set<Long> ids = new HashSet<>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.one(), pair.other())));
        Connection connection = work.unwrap(Connection.class);
        return new HashSet<>(Sql.query(connection, LIVING, row -> row.getLong(1), Sql.ids(connection, ids)));
    }

    /** Most parties have none, so the mapper is asked only for those that there are. */
    private static Map<Pair, DuplicateRow> pairs(Work work, Collection<Long> parties) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Map<Pair, DuplicateRow> present = new HashMap<>();
        Set<Long> ids = new HashSet<>(Sql.query(
                connection,
                OF_PARTIES,
                row -> row.getLong(1),
                Sql.ids(connection, parties),
                Sql.ids(connection, parties)));
        if (!ids.isEmpty()) {
            work.unwrap(EntityManager.class)
                    .createQuery(BY_IDS, DuplicateRow.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> present.put(new Pair(row.a(), row.b()), row));
        }
        return present;
    }

    private static List<DuplicateRow> pairs(EntityManager rows, long party) {
        return rows.createQuery(OF_PARTY, DuplicateRow.class)
                .setParameter("party", party)
                .getResultList();
    }

    /** The others that somebody said are not the same as the party. */
    public Set<Long> rejected(Work work, long party) {
        Set<Long> others = new HashSet<>();
        pairs(work.unwrap(EntityManager.class), party).stream()
                .filter(row -> !row.open())
                .forEach(row -> others.add(row.other(party)));
        return others;
    }

    /** Whether somebody has said of the party that it is not the same as another. */
    boolean contested(Work work, long party) {
        return pairs(work.unwrap(EntityManager.class), party).stream()
                .anyMatch(row -> row.state() == Duplicate.State.REJECTED);
    }

    /** The two of a pair, the older one first. */
    public record Pair(long one, long other) {

        private static Pair of(long party, long another) {
            return new Pair(Math.min(party, another), Math.max(party, another));
        }
    }

    /** The two, or null. */
    public Pair pair(Work work, long id) {
        DuplicateRow row = id < 0 ? null : find(work, id);
        return row == null ? null : new Pair(row.a(), row.b());
    }

    /** The pair's row, or null. */
    public DuplicateRow find(Work work, long id) {
        return work.unwrap(EntityManager.class).find(DuplicateRow.class, id);
    }

    /** Remembers that the two are not the same. */
    public Duplicate reject(Work work, DuplicateRow row, String actor) throws SQLException {
        if (row.open()) {
            row.decided(Duplicate.State.REJECTED, work.now(), actor);
        }
        return views(work, List.of(row)).get(0);
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
        return new Page<>(
                views(work, shown),
                more ? PageRequest.cursor(Tsid.text(shown.get(shown.size() - 1).id())) : null);
    }

    private List<Duplicate> views(Work work, List<DuplicateRow> rows) throws SQLException {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.addAll(List.of(row.a(), row.b())));
        Map<Long, String> names = parties.names(work, ids);
        Map<Long, Suspects.Known> known = Suspects.known(work, ids, policy.get());
        return rows.stream().map(row -> view(row, names, known)).toList();
    }

    /** How the two compare is not kept beside them: it would be one more copy of what they say. */
    private static Duplicate view(DuplicateRow row, Map<Long, String> names, Map<Long, Suspects.Known> known) {
        Suspects.Known one = known.get(row.a());
        Suspects.Known other = known.get(row.b());
        List<FieldMatch> fields = one == null || other == null
                ? List.of()
                : MatchRule.compare(one.facts(), other.facts()).fields();
        return new Duplicate(
                Tsid.text(row.id()),
                StoredParty.ref(row.a()),
                names.get(row.a()),
                StoredParty.ref(row.b()),
                names.get(row.b()),
                row.state(),
                row.strength(),
                row.reasons(),
                row.foundAt(),
                row.score(),
                fields);
    }
}
