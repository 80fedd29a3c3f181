package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.internal.domain.DuplicateRule;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.api.text.Folding;

/** Looks among all parties for those that may be the same as some; asks the database four times, for however many parties. */
public final class Suspects {

    private static final String FACTS = "select id, kind, display_name, name_key, org_key, birthday from crm_party"
            + " where id = any (?) and archived = false";
    private static final String CONTACTS = "select party_id, match_key, postal_code from crm_contact_point"
            + " where party_id = any (?) and (match_key is not null or postal_code is not null)";
    private static final String BY_CONTACT =
            "select c.match_key, c.party_id from crm_contact_point c join crm_party p on p.id = c.party_id"
                    + " where c.match_key = any (?) and p.archived = false order by c.party_id limit 5000";
    private static final String BY_NAME =
            "select name_key, id from crm_party where name_key = any (?) and archived = false"
                    + " order by id limit 5000";

    private final Work work;
    private final Map<Long, DuplicateRule.Facts> known = new HashMap<>();

    private Suspects(Work work) {
        this.work = work;
    }

    /** The suspects of each of the parties, the strongest first; parties without any are left out. */
    public static Map<Long, List<Suspect>> of(Work work, Collection<Long> parties) throws SQLException {
        return new Suspects(work).find(parties);
    }

    private Map<Long, List<Suspect>> find(Collection<Long> parties) throws SQLException {
        Map<Long, List<Suspect>> found = new LinkedHashMap<>();
        if (parties.isEmpty()) {
            return found;
        }
        facts(parties);
        Map<String, Set<Long>> byKey = candidates(parties);
        Set<Long> others = new HashSet<>();
        byKey.values().forEach(others::addAll);
        others.removeAll(known.keySet());
        facts(others);
        for (Long party : parties) {
            DuplicateRule.Facts facts = known.get(party);
            List<Suspect> suspects = facts == null ? List.of() : suspects(facts, byKey);
            if (!suspects.isEmpty()) {
                found.put(party, suspects);
            }
        }
        return found;
    }

    private List<Suspect> suspects(DuplicateRule.Facts facts, Map<String, Set<Long>> byKey) {
        Set<Long> candidates = new HashSet<>(byKey.getOrDefault("name " + facts.nameKey(), Set.of()));
        facts.contacts().forEach(key -> candidates.addAll(byKey.getOrDefault(key, Set.of())));
        candidates.remove(facts.id());
        List<Suspect> suspects = new ArrayList<>();
        for (Long candidate : candidates) {
            DuplicateRule.Facts other = known.get(candidate);
            DuplicateRule.Verdict verdict = other == null ? null : DuplicateRule.compare(facts, other);
            if (verdict != null && !verdict.reasons().isEmpty()) {
                suspects.add(new Suspect(
                        StoredParty.ref(candidate), other.displayName(), verdict.strength(), verdict.reasons()));
            }
        }
        suspects.sort(Comparator.comparing(Suspect::strength)
                .reversed()
                .thenComparing(suspect -> -suspect.reasons().size())
                .thenComparing(suspect -> suspect.party().id()));
        return suspects.size() > DuplicateRule.MOST ? suspects.subList(0, DuplicateRule.MOST) : suspects;
    }

    private Map<String, Set<Long>> candidates(Collection<Long> parties) throws SQLException {
        Set<String> contacts = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Long party : parties) {
            DuplicateRule.Facts facts = known.get(party);
            if (facts != null) {
                contacts.addAll(facts.contacts());
                names.add(facts.nameKey());
            }
        }
        names.remove("");
        Connection connection = work.unwrap(Connection.class);
        Map<String, Set<Long>> byKey = new HashMap<>();
        Sql.query(
                connection,
                BY_CONTACT,
                row -> byKey.computeIfAbsent(row.getString(1), key -> new HashSet<>())
                        .add(row.getLong(2)),
                Sql.texts(connection, contacts));
        Sql.query(
                connection,
                BY_NAME,
                row -> byKey.computeIfAbsent("name " + row.getString(1), key -> new HashSet<>())
                        .add(row.getLong(2)),
                Sql.texts(connection, names));
        return byKey;
    }

    private void facts(Collection<Long> ids) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Map<Long, Set<String>> contacts = new HashMap<>();
        Map<Long, Set<String>> postcodes = new HashMap<>();
        Sql.query(connection, CONTACTS, row -> contact(row, contacts, postcodes), Sql.ids(connection, ids));
        Sql.query(
                connection,
                FACTS,
                row -> {
                    long id = row.getLong(1);
                    return known.put(
                            id,
                            new DuplicateRule.Facts(
                                    id,
                                    PartyKind.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    contacts.getOrDefault(id, Set.of()),
                                    postcodes.getOrDefault(id, Set.of())));
                },
                Sql.ids(connection, ids));
    }

    private static boolean contact(ResultSet row, Map<Long, Set<String>> contacts, Map<Long, Set<String>> postcodes)
            throws SQLException {
        String key = row.getString(2);
        String postcode = Folding.fold(row.getString(3));
        if (key != null) {
            contacts.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(key);
        }
        return !postcode.isEmpty()
                && postcodes
                        .computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(postcode);
    }
}
