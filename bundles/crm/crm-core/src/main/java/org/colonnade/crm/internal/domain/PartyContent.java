package org.colonnade.crm.internal.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.PartyDraft;

/**
 * Everything that a card can say about a party.
 *
 * @param draft the party's fields, complete
 * @param lines for contact points of which the card says more than they have fields: the whole vCard 4.0 property by {@link #key}
 * @param notes the texts of its notes, oldest first
 * @param kept the properties that no field says completely, each as one vCard 4.0 line
 */
public record PartyContent(PartyDraft draft, Map<String, String> lines, List<String> notes, List<String> kept) {

    public PartyContent {
        lines = Map.copyOf(lines);
        notes = List.copyOf(notes);
        kept = List.copyOf(kept);
    }

    /** A party of which only the fields are known. */
    public static PartyContent of(PartyDraft draft) {
        return new PartyContent(draft, Map.of(), List.of(), List.of());
    }

    /** Under what a contact point's line is kept: what it is, not what it is for. */
    public static String key(ContactPoint point) {
        return point.type() + "\n" + point.value() + "\n" + String.join(" ", point.purposes());
    }

    /** The line of a contact point, or null. */
    public String line(ContactPoint point) {
        return lines.get(key(point));
    }

    /** The lines for changed contact points: one that only serves another purpose now keeps its line. */
    public Map<String, String> linesFor(List<ContactPoint> points) {
        Map<String, String> left = new HashMap<>(lines);
        Map<String, String> carried = new HashMap<>();
        List<String> keys = points.stream().map(PartyContent::key).toList();
        keys.stream().filter(left::containsKey).forEach(key -> carried.put(key, lines.get(key)));
        left.keySet().removeAll(keys);
        for (String key : keys) {
            String start = key.substring(0, key.lastIndexOf('\n') + 1);
            left.keySet().stream()
                    .filter(old -> old.startsWith(start))
                    .findFirst()
                    .ifPresent(old -> carried.putIfAbsent(key, left.remove(old)));
        }
        return carried;
    }

    /** The same content around another draft. */
    public PartyContent with(PartyDraft other) {
        return new PartyContent(other, lines, notes, kept);
    }

    /** The same content as a file may say it: see {@link PointChange#bare}. */
    public PartyContent bare() {
        return with(draft.reached(
                draft.contactPoints().stream().map(PointChange::bare).toList()));
    }

    /** The same content with other notes. */
    public PartyContent withNotes(List<String> texts) {
        return new PartyContent(draft, lines, texts, kept);
    }
}
