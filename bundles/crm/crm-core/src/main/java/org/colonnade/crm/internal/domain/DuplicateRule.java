package org.colonnade.crm.internal.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.Suspect;

/** Whether two parties may be the same, and why one thinks so. */
public final class DuplicateRule {

    /** How many suspects are shown of one party; the strongest first. */
    public static final int MOST = 20;

    private DuplicateRule() {}

    /**
     * What is compared of a party.
     *
     * @param id the party's id
     * @param kind persons are not compared with organisations
     * @param displayName for people
     * @param nameKey the words of its name, see {@link SortName#key}
     * @param orgKey its organisation, folded
     * @param birthday ISO, or null
     * @param contacts its e-mails and phones in comparable form
     * @param postcodes its postal codes, folded
     */
    public record Facts(
            long id,
            PartyKind kind,
            String displayName,
            String nameKey,
            String orgKey,
            String birthday,
            Set<String> contacts,
            Set<String> postcodes) {}

    /**
     * What speaks for two parties being one.
     *
     * @param strength how much
     * @param reasons why; empty if nothing does
     */
    public record Verdict(Suspect.Strength strength, List<String> reasons) {}

    /** Compares two parties. */
    public static Verdict compare(Facts one, Facts other) {
        List<String> reasons = new ArrayList<>();
        if (one.kind() != other.kind()) {
            return new Verdict(Suspect.Strength.WEAK, reasons);
        }
        boolean sameName = !one.nameKey().isEmpty() && one.nameKey().equals(other.nameKey());
        boolean strong = contacts(one, other, reasons);
        if (sameName) {
            strong |= name(one, other, reasons);
        }
        return new Verdict(strong ? Suspect.Strength.STRONG : Suspect.Strength.WEAK, reasons);
    }

    /** People in one office share a telephone: it counts for little where the names have nothing in common. */
    private static boolean contacts(Facts one, Facts other, List<String> reasons) {
        boolean email = one.contacts().stream()
                .anyMatch(key -> key.indexOf('@') >= 0 && other.contacts().contains(key));
        boolean phone = one.contacts().stream()
                .anyMatch(key -> key.indexOf('@') < 0 && other.contacts().contains(key));
        if (email) {
            reasons.add("same-email");
        }
        if (phone) {
            reasons.add("same-phone");
        }
        boolean related = !Collections.disjoint(
                List.of(one.nameKey().split(" ")), List.of(other.nameKey().split(" ")));
        return email || phone && related;
    }

    private static boolean name(Facts one, Facts other, List<String> reasons) {
        int before = reasons.size();
        if (one.kind() == PartyKind.PERSON
                && !one.orgKey().isEmpty()
                && one.orgKey().equals(other.orgKey())) {
            reasons.add("same-name-and-organisation");
        }
        if (!Collections.disjoint(one.postcodes(), other.postcodes())) {
            reasons.add("same-name-and-postcode");
        }
        if (one.birthday() != null && one.birthday().equals(other.birthday())) {
            reasons.add("same-name-and-birthday");
        }
        boolean more = reasons.size() > before;
        if (!more) {
            reasons.add("same-name");
        }
        return more;
    }
}
