package org.colonnade.crm.internal.domain.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.SortName;

/**
 * Finds the pairs among records as the product does, in memory, and counts how many are right.
 *
 * @param truth how many pairs there are
 * @param reached how many of them share a key
 * @param compared how many pairs share a key
 * @param found how many pairs were said to be one
 * @param right how many of these are
 */
record Quality(int truth, int reached, long compared, int found, int right) {

    private static final int LARGEST_BLOCK = 100;
    private static final PhoneRule PHONES = new PhoneRule("AU");

    /** What is compared of a record, and whose record it is. */
    record Item(Facts facts, String nameKey, String owner) {}

    static Item item(MadeUpPeople.Person person, String owner) {
        return item(draft(person), owner);
    }

    static Item item(PartyDraft draft, String owner) {
        return new Item(Facts.of(draft, Set.of()), SortName.key(draft), owner);
    }

    /** The record as crm stores it. */
    static PartyDraft draft(MadeUpPeople.Person p) {
        List<ContactPoint> points = new ArrayList<>();
        String street = ((p.get(2) == null ? "" : p.get(2) + " ") + (p.get(3) == null ? "" : p.get(3))).strip();
        PostalAddress address = new PostalAddress(null, null, street, p.get(4), p.get(6), p.get(5), null);
        points.add(ContactPoint.of(address, "home"));
        if (p.get(MadeUpPeople.PHONE) != null) {
            points.add(ContactPoint.of(ContactType.PHONE, p.get(MadeUpPeople.PHONE)));
        }
        if (p.get(MadeUpPeople.EMAIL) != null) {
            points.add(ContactPoint.of(ContactType.EMAIL, p.get(MadeUpPeople.EMAIL)));
        }
        PartyDraft draft = new PartyDraft(
                PartyKind.PERSON,
                null,
                PersonName.of(p.get(0), p.get(1)),
                null,
                null,
                null,
                null,
                p.get(MadeUpPeople.BORN),
                null,
                null,
                points,
                List.of(),
                List.of());
        return PartyRule.complete(draft, PHONES);
    }

    static Quality of(List<Item> items, double threshold) {
        return of(items, threshold, null);
    }

    /** @param faults is told each pair that was judged wrongly; or null */
    static Quality of(List<Item> items, double threshold, List<String> faults) {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            for (String key : keys(items.get(i))) {
                blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        Set<Long> pairs = new HashSet<>();
        blocks.values().stream().filter(block -> block.size() <= LARGEST_BLOCK).forEach(block -> pairs(block, pairs));
        int reached = 0;
        int found = 0;
        int right = 0;
        for (long pair : pairs) {
            Item one = items.get((int) (pair >> 32));
            Item other = items.get((int) pair);
            boolean same = one.owner().equals(other.owner());
            Verdict verdict = MatchRule.compare(one.facts(), other.facts());
            boolean said = verdict.score() >= threshold;
            reached += same ? 1 : 0;
            found += said ? 1 : 0;
            right += same && said ? 1 : 0;
            if (faults != null && same != said) {
                faults.add((same ? "MISSED " : "WRONG ") + verdict);
            }
        }
        return new Quality(truth(items), reached, pairs.size(), found, right);
    }

    private static Set<String> keys(Item item) {
        Set<String> keys = new HashSet<>(BlockingKeys.of(item.facts()));
        keys.addAll(item.facts().emails());
        keys.addAll(item.facts().phones());
        if (!item.nameKey().isEmpty()) {
            keys.add("name " + item.nameKey());
        }
        return keys;
    }

    private static void pairs(List<Integer> block, Set<Long> pairs) {
        for (int i = 0; i < block.size(); i++) {
            for (int j = i + 1; j < block.size(); j++) {
                pairs.add((long) block.get(i) << 32 | block.get(j));
            }
        }
    }

    private static int truth(List<Item> items) {
        return items.stream().collect(Collectors.groupingBy(Item::owner, Collectors.counting())).values().stream()
                .mapToInt(n -> (int) (n * (n - 1) / 2))
                .sum();
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return truth == 0 ? 1 : (double) right / truth;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d pairs, %d share a key, %d compared, %d found, %d right: precision %.4f, recall %.4f",
                truth,
                reached,
                compared,
                found,
                right,
                precision(),
                recall());
    }
}
