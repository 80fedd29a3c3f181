package org.colonnade.crm.internal.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.platform.api.Fields;

/**
 * Whether the content of a card or row can be stored.
 *
 * @param largestKept how many characters the properties that have no field may have together
 */
public record ContentCheck(int largestKept) {

    /** The size, in bytes, above which a card is not read at all: room for its kept properties twice over, and the rest. */
    public int largestCard() {
        return 3 * largestKept + (1 << 20);
    }

    /** What is wrong with it, in sentences; empty if nothing is. */
    public List<String> faults(PartyContent content) {
        List<String> faults = new ArrayList<>();
        PartyCheck.imported(content.draft()).faults().forEach(fault -> faults.add(fault.field() + ' ' + fault.fault()));
        if (content.notes().size() > Limits.NOTES) {
            faults.add("has more than " + Limits.NOTES + " notes");
        }
        if (content.notes().stream().anyMatch(note -> note.codePointCount(0, note.length()) > Limits.NOTE)) {
            faults.add("has a note of more than " + Limits.NOTE + " characters");
        }
        if (tooMuch(content)) {
            faults.add("has more than " + (largestKept >> 10)
                    + " KB of pictures, sounds, keys and properties that have no field");
        }
        if (!kept(content).allMatch(Fields::storable)) {
            faults.add("holds U+0000 or half of a surrogate pair, which is not text");
        }
        return faults;
    }

    /** The code that says what kind of fault it is. */
    public String code(PartyContent content) {
        if (tooMuch(content)) {
            return "crm.card.too-much";
        }
        boolean nobody = PartyRule.displayName(content.draft()).isBlank()
                && Texts.blank(content.draft().displayName());
        return nobody ? "crm.card.nobody" : "crm.card.invalid";
    }

    /** Whether the character occurs in any text of it. */
    public boolean has(PartyContent content, char c) {
        String draft = content.draft().toString();
        return draft.indexOf(c) >= 0 || kept(content).anyMatch(text -> text.indexOf(c) >= 0);
    }

    private boolean tooMuch(PartyContent content) {
        long kept = content.kept().stream().mapToLong(String::length).sum();
        long lines = content.lines().values().stream().mapToLong(String::length).sum();
        return kept + lines > largestKept;
    }

    private static Stream<String> kept(PartyContent content) {
        return Stream.of(content.notes(), content.kept(), content.lines().values())
                .flatMap(Collection::stream);
    }
}
