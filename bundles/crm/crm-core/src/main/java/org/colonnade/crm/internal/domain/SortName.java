package org.colonnade.crm.internal.domain;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.platform.api.text.Folding;

/** Under what a party stands in lists, and under what its likes are found. */
public final class SortName {

    private static final int LONGEST = 120;
    private static final Pattern LEADING_VOWEL = Pattern.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])");
    private static final Pattern NOT_A_WORD = Pattern.compile("[\\p{Punct}\\s]+");

    private SortName() {}

    /** A person by family name, then given name; everything else by what it is called. Thai in the order of its dictionary. */
    public static String of(PartyDraft party) {
        PersonName name = party.name();
        String text = party.displayName();
        if (party.kind() == PartyKind.PERSON && name != null && !Texts.blank(name.family())) {
            text = Texts.join(" ", name.family(), name.given(), name.additional());
        }
        return Texts.cut(LEADING_VOWEL.matcher(Folding.fold(text)).replaceAll("$2$1"), LONGEST);
    }

    /** The same for two parties whose names have the same words in any order; empty where there is no name to compare. */
    public static String key(PartyDraft party) {
        PersonName name = party.name();
        String text = party.displayName();
        if (party.kind() == PartyKind.PERSON
                && name != null
                && !Texts.blank(Texts.join(" ", name.given(), name.family()))) {
            text = Texts.join(" ", name.given(), name.family());
        } else if (party.kind() == PartyKind.ORGANISATION && !Texts.blank(party.organisation())) {
            text = party.organisation();
        }
        String[] words = NOT_A_WORD.split(Folding.fold(text));
        Arrays.sort(words);
        return Texts.cut(String.join(" ", words).strip(), LONGEST);
    }
}
