package org.colonnade.crm.internal.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.platform.api.text.Folding;
import org.colonnade.platform.api.text.IndexText;

/** The text in which a party is searched: everything people may remember of it, folded, with a space before and after each word. */
public final class SearchText {

    /** How much of each note is searched. */
    public static final int NOTE_LENGTH = 4_000;

    private static final Pattern INNER_MARK = Pattern.compile("(?<=\\p{L})['.\\-](?=\\p{L})");

    private final PhoneRule phones;
    private final Set<String> parts = new LinkedHashSet<>();

    private SearchText(PhoneRule phones) {
        this.phones = phones;
    }

    /** Puts the text together. */
    public static String of(PartyDraft party, List<String> notes, PhoneRule phones) {
        SearchText text = new SearchText(phones);
        text.names(party);
        party.contactPoints().forEach(text::contactPoint);
        party.tags().forEach(text::add);
        party.identifiers().stream()
                .filter(i -> !i.scheme().equals(Identifier.VCARD_UID))
                .forEach(i -> text.add(i.value()));
        notes.forEach(note -> text.add(Texts.cut(note, NOTE_LENGTH)));
        return IndexText.encode(" " + String.join(" ", text.parts) + " ");
    }

    private void names(PartyDraft party) {
        name(party.displayName());
        PersonName name = party.name() == null ? PersonName.NONE : party.name();
        name(Texts.join(" ", name.given(), name.additional(), name.family()));
        List.of(party.organisation() == null ? "" : party.organisation(), party.unit() == null ? "" : party.unit())
                .forEach(this::name);
        for (String part : new String[] {
            name.prefix(),
            name.suffix(),
            name.nickname(),
            name.phoneticGiven(),
            name.phoneticFamily(),
            party.jobTitle(),
            party.role()
        }) {
            add(part);
        }
    }

    /** O'Brien is also found as obrien, Jean-Luc as jeanluc and by the beginning of Luc. */
    private void name(String text) {
        String folded = Folding.fold(text);
        addFolded(folded);
        if (INNER_MARK.matcher(folded).find()) {
            add(INNER_MARK.matcher(folded).replaceAll(""));
            add(INNER_MARK.matcher(folded).replaceAll(" "));
        }
    }

    private void contactPoint(ContactPoint point) {
        add(point.label());
        switch (point.type()) {
            case EMAIL -> {
                add(point.value());
                add(point.normalised());
            }
            case PHONE -> {
                add(point.value());
                phones.waysOfWriting(point.value()).forEach(this::add);
            }
            default -> add(point.value());
        }
    }

    private void add(String text) {
        addFolded(Folding.fold(text));
    }

    private void addFolded(String folded) {
        if (!folded.isEmpty() && parts.add(folded)) {
            String toneless = Folding.toneless(folded);
            if (!toneless.equals(folded)) {
                parts.add(toneless);
            }
        }
    }
}
