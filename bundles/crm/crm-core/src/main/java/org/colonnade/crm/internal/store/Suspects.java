package org.colonnade.crm.internal.store;

import java.sql.Connection;
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
import java.util.TreeSet;
import org.colonnade.crm.api.FieldMatch;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.internal.domain.ContactRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.SortName;
import org.colonnade.crm.internal.domain.match.BlockingKeys;
import org.colonnade.crm.internal.domain.match.Facts;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.colonnade.crm.internal.domain.match.MatchRule;
import org.colonnade.crm.internal.domain.match.Verdict;
import org.colonnade.platform.api.store.Work;

/** Looks among all parties for those that may be the same as some. */
public final class Suspects {

    /** How many suspects are shown of one party; the likeliest first. */
    private static final int MOST = 20;

    private static final String BY_CONTACT =
            "select match_key, party_id from crm_contact_point where match_key = any (?) order by party_id limit 5000";
    private static final String BY_NAME =
            "select name_key, id from crm_party where name_key = any (?) and archived = false and merged_into is null"
                    + " order by id limit 5000";

    private final Connection connection;
    private final MatchPolicy policy;
    private final FactMemory memory;
    private final Map<Long, Known> known = new HashMap<>();
    private long compared;
    private long skipped;

    /**
     * A living party as it is compared.
     *
     * @param id the party's id
     * @param displayName for people
     * @param nameKey under what those of the same name are found
     * @param contacts under what those with the same e-mail or telephone are found
     * @param facts what is compared
     */
    public record Known(long id, String displayName, String nameKey, List<String> contacts, Facts facts) {}

    private Suspects(Work work, MatchPolicy policy) {
        this(work, policy, null);
    }

    /** @param memory of what is compared; null if all is to be read */
    private Suspects(Work work, MatchPolicy policy, FactMemory memory) {
        this.connection = work.unwrap(Connection.class);
        this.policy = policy;
        this.memory = memory;
    }

    /**
     * What a search has found.
     *
     * @param byParty the suspects of each party, the likeliest first; parties without any are left out
     * @param sure of these, by party, those that are surely the same: they may be merged without asking
     * @param compared how many pairs were compared
     * @param skipped how many keys were shared by too many
     */
    public record Found(Map<Long, List<Suspect>> byParty, Map<Long, Long> sure, long compared, long skipped) {}

    /**
     * Brings the keys of the parties up to date, then looks for those that share one.
     *
     * @param work a transaction that has not changed any party
     * @param memory of those that were compared last
     */
    public static Found of(Work work, Collection<Long> parties, MatchPolicy policy, FactMemory memory)
            throws SQLException {
        Suspects search = new Suspects(work, policy, memory);
        search.know(parties);
        Map<Long, Set<String>> keys = new HashMap<>();
        search.known.forEach((party, one) -> keys.put(party, BlockingKeys.of(one.facts())));
        KeyStore.write(search.connection, new TreeSet<>(parties), keys);
        return search.found(search.sharing(parties, keys));
    }

    /** Looks with the keys as they are; changes nothing. */
    public static List<Suspect> seen(Work work, long party, MatchPolicy policy) throws SQLException {
        Suspects search = new Suspects(work, policy);
        search.know(List.of(party));
        Known one = search.known.get(party);
        Map<Long, Set<String>> keys = one == null ? Map.of() : Map.of(party, BlockingKeys.of(one.facts()));
        return shown(
                search.found(search.sharing(List.of(party), keys)).byParty().getOrDefault(party, List.of()));
    }

    /** Looks for those that are like a party that is not stored. */
    public static List<Suspect> like(Work work, PartyDraft draft, PhoneRule phones, MatchPolicy policy)
            throws SQLException {
        Suspects search = new Suspects(work, policy);
        Known one = said(-1, PartyContent.of(draft), phones, policy);
        KeyStore.Block block = KeyStore.sharing(search.connection, BlockingKeys.of(one.facts()), one);
        search.know(block.parties());
        return shown(search.suspects(one, block.parties(), new HashMap<>()));
    }

    /** What is compared of a party that says so, stored or not. */
    private static Known said(long id, PartyContent content, PhoneRule phones, MatchPolicy policy) {
        PartyDraft draft = content.draft();
        List<String> contacts = draft.contactPoints().stream()
                .map(point -> ContactRule.matchKey(point, phones))
                .filter(key -> key != null)
                .toList();
        return new Known(
                id, draft.displayName(), SortName.key(draft), contacts, Facts.of(draft, policy.strongSchemes()));
    }

    /** What is compared of those that are not archived, as they will be stored. */
    public static Map<Long, Known> said(Collection<StoredParty> parties, PhoneRule phones, MatchPolicy policy) {
        Map<Long, Known> all = new HashMap<>();
        parties.stream()
                .filter(party -> !party.row().archived())
                .forEach(party -> all.put(party.id(), said(party.id(), party.content(), phones, policy)));
        return all;
    }

    /**
     * Looks only for those with the same e-mail, telephone or name: cheap enough for each chunk of an import. What the parties say is
     * taken from the chunk, before it is stored; so nothing is read but who else has their keys, and what those say.
     *
     * @param parties for which to look
     * @param beside others that are not stored yet
     */
    public static Map<Long, List<Suspect>> atFirstSight(
            Work work, Map<Long, Known> parties, Map<Long, Known> beside, MatchPolicy policy) throws SQLException {
        Suspects search = new Suspects(work, policy);
        search.known.putAll(beside);
        search.known.putAll(parties);
        Map<Long, List<Suspect>> found =
                search.found(search.alikes(parties.values())).byParty();
        found.replaceAll((party, suspects) -> shown(suspects));
        return found;
    }

    /** How the two of a pair compare now; null if one of them is not there any more. */
    static Map<Long, Known> known(Work work, Collection<Long> parties, MatchPolicy policy) throws SQLException {
        return FactStore.load(work.unwrap(Connection.class), parties, policy.strongSchemes());
    }

    private Map<Long, Set<Long>> sharing(Collection<Long> parties, Map<Long, Set<String>> keys) throws SQLException {
        List<Known> living = parties.stream()
                .distinct()
                .map(known::get)
                .filter(one -> one != null)
                .toList();
        Map<Long, Set<Long>> candidates = new LinkedHashMap<>();
        Set<Long> all = new HashSet<>();
        KeyStore.sharing(connection, keys, living).forEach((party, block) -> {
            skipped += block.skipped();
            candidates.put(party, block.parties());
            all.addAll(block.parties());
        });
        all.removeAll(known.keySet());
        know(all);
        return candidates;
    }

    private Map<Long, Set<Long>> alikes(Collection<Known> parties) throws SQLException {
        Map<String, Set<Long>> named = new HashMap<>();
        Map<String, Set<Long>> reached = new HashMap<>();
        for (Known one : known.values()) {
            if (!one.nameKey().isEmpty()) {
                named.computeIfAbsent(one.nameKey(), key -> new HashSet<>()).add(one.id());
            }
            one.contacts().forEach(contact -> reached.computeIfAbsent(contact, key -> new HashSet<>())
                    .add(one.id()));
        }
        others(BY_CONTACT, reached);
        others(BY_NAME, named);
        Map<Long, Set<Long>> candidates = new LinkedHashMap<>();
        for (Known one : parties) {
            Set<Long> others = new HashSet<>(few(named.getOrDefault(one.nameKey(), Set.of())));
            one.contacts().forEach(key -> others.addAll(few(reached.get(key))));
            others.remove(one.id());
            if (!others.isEmpty()) {
                candidates.put(one.id(), others);
            }
        }
        Set<Long> all = new HashSet<>();
        candidates.values().forEach(all::addAll);
        all.removeAll(known.keySet());
        know(all);
        return candidates;
    }

    private void others(String constant, Map<String, Set<Long>> byKey) throws SQLException {
        if (!byKey.isEmpty()) {
            Sql.query(
                    connection,
                    constant,
                    row -> byKey.get(row.getString(1)).add(row.getLong(2)),
                    Sql.texts(connection, byKey.keySet()));
        }
    }

    private static Set<Long> few(Set<Long> block) {
        return block.size() > KeyStore.LARGEST_BLOCK ? Set.of() : block;
    }

    private void know(Collection<Long> ids) throws SQLException {
        Set<String> schemes = policy.strongSchemes();
        known.putAll(
                memory == null
                        ? FactStore.load(connection, ids, schemes)
                        : FactStore.load(connection, ids, schemes, memory));
    }

    private Found found(Map<Long, Set<Long>> candidates) {
        Map<Long, List<Suspect>> byParty = new LinkedHashMap<>();
        Map<Long, Long> sure = new LinkedHashMap<>();
        candidates.forEach((party, others) -> {
            List<Suspect> suspects = suspects(known.get(party), others, sure);
            if (!suspects.isEmpty()) {
                byParty.put(party, suspects);
            }
        });
        return new Found(byParty, sure, compared, skipped);
    }

    private List<Suspect> suspects(Known one, Set<Long> others, Map<Long, Long> sure) {
        List<Suspect> suspects = new ArrayList<>();
        for (long id : others) {
            Known other = known.get(id);
            if (other == null || id == one.id()) {
                continue;
            }
            compared++;
            Verdict verdict = MatchRule.compare(one.facts(), other.facts(), policy.least());
            if (verdict == null) {
                continue;
            }
            if (policy.worthALook(verdict)) {
                suspects.add(suspect(other, verdict));
            }
            if (policy.sure(verdict)) {
                sure.putIfAbsent(one.id(), id);
            }
        }
        suspects.sort(Comparator.comparing(Suspect::score).reversed().thenComparing(suspect -> suspect.party()
                .id()));
        return suspects;
    }

    /** Only what is shown is cut: a pair that is kept must not hang on which of its two was looked at last. */
    private static List<Suspect> shown(List<Suspect> suspects) {
        return suspects.size() > MOST ? List.copyOf(suspects.subList(0, MOST)) : suspects;
    }

    private Suspect suspect(Known other, Verdict verdict) {
        List<FieldMatch> fields = verdict.fields();
        return new Suspect(
                StoredParty.ref(other.id()),
                other.displayName(),
                policy.likely(verdict) ? Suspect.Strength.STRONG : Suspect.Strength.WEAK,
                verdict.reasons(),
                verdict.score(),
                fields);
    }
}
