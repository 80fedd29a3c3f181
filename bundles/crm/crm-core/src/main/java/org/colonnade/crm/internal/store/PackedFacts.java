package org.colonnade.crm.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.internal.domain.match.Facts;

/**
 * A party as it is compared, packed: some 165 bytes where the objects take two thousand. All texts stand in one, each behind a character
 * that tells its length; so to open it takes one pass.
 */
final class PackedFacts {

    /** Longer ones are not packed: whoever has so many addresses is read each time. */
    static final int LONGEST = 4096;

    private static final PartyKind[] KINDS = PartyKind.values();

    private final String text;
    private int at;

    private PackedFacts(String text) {
        this.text = text;
    }

    /** Packs a party, all but its id; null if it is too long, or no text that UTF-8 can write. */
    static byte[] of(Suspects.Known one) {
        Facts facts = one.facts();
        StringBuilder all = new StringBuilder().append((char) facts.kind().ordinal());
        List.of(one.displayName(), one.nameKey()).forEach(value -> add(all, value));
        addAll(all, one.contacts());
        List.of(facts.given(), facts.family(), facts.generation(), facts.nickname(), facts.organisation())
                .forEach(value -> add(all, value));
        add(all, facts.birthday());
        addAll(all, facts.emails());
        addAll(all, facts.phones());
        addAll(all, facts.domains());
        all.append((char) facts.places().size());
        for (Facts.Place place : facts.places()) {
            List.of(place.street(), place.locality(), place.postcode()).forEach(value -> add(all, value));
        }
        all.append((char) facts.strong().size());
        for (Identifier id : facts.strong()) {
            List.of(id.scheme(), id.value()).forEach(value -> add(all, value));
        }
        if (all.length() > LONGEST) {
            return null;
        }
        String text = all.toString();
        byte[] packed = text.getBytes(StandardCharsets.UTF_8);
        boolean whole = new String(packed, StandardCharsets.UTF_8).equals(text);
        return whole && packed.length <= LONGEST ? packed : null;
    }

    private static void addAll(StringBuilder all, Collection<String> values) {
        all.append((char) values.size());
        values.forEach(value -> add(all, value));
    }

    private static void add(StringBuilder all, String value) {
        all.append((char) value.length()).append(value);
    }

    /** The party with this id that was packed. */
    static Suspects.Known open(long id, byte[] packed) {
        return new PackedFacts(new String(packed, StandardCharsets.UTF_8)).known(id);
    }

    private Suspects.Known known(long id) {
        PartyKind kind = KINDS[number()];
        String displayName = next();
        String nameKey = next();
        List<String> contacts = list();
        return new Suspects.Known(
                id,
                displayName,
                nameKey,
                contacts,
                new Facts(
                        kind, next(), next(), next(), next(), next(), next(), set(), set(), set(), places(), strong()));
    }

    private int number() {
        return text.charAt(at++);
    }

    private String next() {
        int length = number();
        at += length;
        return text.substring(at - length, at);
    }

    private List<String> list() {
        int count = number();
        List<String> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(next());
        }
        return values;
    }

    private Set<String> set() {
        List<String> values = list();
        return values.size() > 1 ? new LinkedHashSet<>(values) : Set.copyOf(values);
    }

    private List<Facts.Place> places() {
        int count = number();
        List<Facts.Place> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            places.add(new Facts.Place(next(), next(), next()));
        }
        return places;
    }

    private List<Identifier> strong() {
        int count = number();
        List<Identifier> strong = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strong.add(new Identifier(next(), next()));
        }
        return strong;
    }
}
