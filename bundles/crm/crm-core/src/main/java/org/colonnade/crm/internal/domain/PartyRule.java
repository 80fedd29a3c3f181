package org.colonnade.crm.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.identifier.IdentifierRule;
import org.colonnade.platform.api.text.Folding;

/** Completes what somebody left out of a party. What is wrong with it tells {@link PartyCheck}. */
public final class PartyRule {

    private PartyRule() {}

    /** The party with its display name, its contact points in order, each tag and identifier once. */
    public static PartyDraft complete(PartyDraft draft, PhoneRule phones) {
        return complete(draft, phones, null);
    }

    /** The same on a day: see {@link ContactRule#settle}. */
    public static PartyDraft complete(PartyDraft draft, PhoneRule phones, LocalDate today) {
        PartyKind kind = draft.kind() == null ? PartyKind.PERSON : draft.kind();
        List<ContactPoint> points = ContactRule.settle(draft.contactPoints(), phones, today);
        PersonName name = draft.name() == null ? PersonName.NONE : blanksOut(draft.name());
        PartyDraft complete = draft.revised()
                .kind(kind)
                .displayName(null)
                .name(name)
                .organisation(Texts.orNull(draft.organisation()))
                .unit(Texts.orNull(draft.unit()))
                .jobTitle(Texts.orNull(draft.jobTitle()))
                .role(Texts.orNull(draft.role()))
                .birthday(Texts.orNull(draft.birthday()))
                .language(Texts.orNull(draft.language()))
                .timeZone(Texts.orNull(draft.timeZone()))
                .contactPoints(points)
                .tags(tags(draft.tags()))
                .identifiers(draft.identifiers().stream()
                        .map(IdentifierRule::settled)
                        .distinct()
                        .toList())
                .draft();
        return called(complete, Texts.blank(draft.displayName()) ? displayName(complete) : draft.displayName());
    }

    /** What a party is called when nobody says: its name, its organisation, the first way to reach it; empty if nothing is known. */
    public static String displayName(PartyDraft party) {
        PersonName name = party.name() == null ? PersonName.NONE : party.name();
        String person = Texts.join(" ", name.prefix(), name.given(), name.additional(), name.family(), name.suffix());
        String organisation =
                party.organisation() == null ? "" : party.organisation().strip();
        String first = party.kind() == PartyKind.ORGANISATION ? organisation : person;
        for (String candidate : new String[] {first, person, name.nickname(), organisation}) {
            if (!Texts.blank(candidate)) {
                return Texts.cut(candidate, Limits.NAME);
            }
        }
        return party.contactPoints().stream()
                .map(point -> point.type() == ContactType.POSTAL ? ContactRule.oneLine(point.address()) : point.value())
                .filter(value -> !Texts.blank(value))
                .findFirst()
                .map(value -> Texts.cut(value.strip(), Limits.NAME))
                .orElse("");
    }

    /** The same party under this name. */
    public static PartyDraft called(PartyDraft party, String displayName) {
        return party.revised().displayName(displayName).draft();
    }

    /** The same party with these identifiers. */
    public static PartyDraft identified(PartyDraft party, List<Identifier> identifiers) {
        return party.revised().identifiers(identifiers).draft();
    }

    /** A party that is called by its name is renamed with it: the display name is left to be put together anew. */
    public static PartyDraft openForChange(PartyDraft present) {
        return displayName(present).equals(present.displayName()) ? called(present, null) : present;
    }

    /** A party that has no UID yet gets one that is unique in the world. */
    public static PartyDraft withUid(PartyDraft party) {
        if (uid(party) != null) {
            return party;
        }
        List<Identifier> all = new ArrayList<>(party.identifiers());
        all.add(0, new Identifier(Identifier.VCARD_UID, "urn:uuid:" + UUID.randomUUID()));
        return identified(party, all);
    }

    /** The UID stays when a change leaves it out. */
    public static PartyDraft keepUid(PartyDraft present, PartyDraft changed) {
        if (uid(changed) != null || uid(present) == null) {
            return changed;
        }
        List<Identifier> all = new ArrayList<>(changed.identifiers());
        all.add(0, new Identifier(Identifier.VCARD_UID, uid(present)));
        return identified(changed, all);
    }

    /** The party's vCard UID, or null. */
    public static String uid(PartyDraft party) {
        return party.identifiers().stream()
                .filter(i -> i.scheme().equals(Identifier.VCARD_UID))
                .map(Identifier::value)
                .findFirst()
                .orElse(null);
    }

    /** A tag as it is compared. */
    public static String tagKey(String tag) {
        return Texts.cut(Folding.fold(tag), Limits.SHORT);
    }

    private static List<String> tags(List<String> tags) {
        Map<String, String> byKey = new LinkedHashMap<>();
        tags.stream()
                .filter(tag -> !Texts.blank(tag))
                .map(String::strip)
                .forEach(tag -> byKey.putIfAbsent(tagKey(tag), tag));
        return List.copyOf(byKey.values());
    }

    /** The tags of both, each once. */
    public static List<String> union(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        Set<String> known = one.stream().map(PartyRule::tagKey).collect(Collectors.toSet());
        other.stream().filter(tag -> known.add(tagKey(tag))).forEach(all::add);
        return all;
    }

    private static PersonName blanksOut(PersonName name) {
        return new PersonName(
                Texts.orNull(name.prefix()),
                Texts.orNull(name.given()),
                Texts.orNull(name.additional()),
                Texts.orNull(name.family()),
                Texts.orNull(name.suffix()),
                Texts.orNull(name.nickname()),
                Texts.orNull(name.phoneticGiven()),
                Texts.orNull(name.phoneticFamily()));
    }
}
