package org.colonnade.crm.internal.intake;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.internal.domain.ContentPrint;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.file.Entry;

/**
 * Some cards or rows that follow each other in a file, and by what those are known that are there already.
 *
 * @param entries the cards or rows
 * @param prints the print of each; null for one that was refused
 * @param identifiers all that they have
 */
record Portion(List<Entry> entries, List<String> prints, Set<Identifier> identifiers) {

    static Portion of(List<Entry> entries) {
        return new Portion(
                entries,
                entries.stream()
                        .map(entry -> entry.content() == null ? null : ContentPrint.of(entry.content()))
                        .toList(),
                identifiers(entries));
    }

    private static Set<Identifier> identifiers(List<Entry> entries) {
        Set<Identifier> all = new HashSet<>();
        entries.stream()
                .map(Entry::content)
                .filter(content -> content != null)
                .flatMap(Portion::orMerged)
                .forEach(all::add);
        return all;
    }

    /** A card may be of a party that became a part of another one. */
    private static Stream<Identifier> orMerged(PartyContent content) {
        return content.draft().identifiers().stream()
                .flatMap(one -> one.scheme().equals(Identifier.VCARD_UID)
                        ? Stream.of(one, new Identifier(Identifier.MERGED_UID, one.value()))
                        : Stream.of(one));
    }

    int size() {
        return entries.size();
    }

    Portion part(int from, int to) {
        List<Entry> some = entries.subList(from, to);
        return new Portion(some, prints.subList(from, to), identifiers(some));
    }

    /** Whether nothing in the other one can be of a party that is in this one. */
    boolean strangerTo(Portion other) {
        Set<String> known = new HashSet<>(other.prints);
        known.remove(null);
        return Collections.disjoint(identifiers, other.identifiers) && Collections.disjoint(known, notNull(prints));
    }

    private static List<String> notNull(List<String> prints) {
        return prints.stream().filter(print -> print != null).toList();
    }
}
