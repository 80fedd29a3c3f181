package org.colonnade.crm.api;

import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * A party as somebody wants it: the input of creating and changing.
 *
 * @param kind person or organisation; a person if missing
 * @param displayName what people call it; put together from the name if missing
 * @param name the parts of a person's name
 * @param organisation for an organisation its name, for a person where they work
 * @param unit department
 * @param jobTitle such as {@code Buyer}
 * @param role what they do there, such as {@code decides on purchases}
 * @param birthday ISO 8601, partial as in vCard 4: {@code 1980-03-22}, {@code --03-22}, {@code 1980-03}, {@code 1980}, {@code ---22}
 * @param language BCP 47, such as {@code th}, {@code en-GB}
 * @param timeZone an Olson name or an offset from UTC
 * @param contactPoints the ways to reach it, at most 200
 * @param tags words to find it by, at most 100; case does not matter
 * @param identifiers what other systems call it, at most 50
 * @param owner who looks after it, {@code platform:user:…}; whoever adds it if missing
 * @param team whose it is, {@code platform:team:…}; the owner's first team if missing
 */
public record PartyDraft(
        PartyKind kind,
        String displayName,
        PersonName name,
        String organisation,
        String unit,
        String jobTitle,
        String role,
        String birthday,
        String language,
        String timeZone,
        List<ContactPoint> contactPoints,
        List<String> tags,
        List<Identifier> identifiers,
        Ref owner,
        Ref team) {

    public PartyDraft {
        contactPoints = ContactPoint.own(contactPoints);
        tags = ContactPoint.own(tags);
        identifiers = ContactPoint.own(identifiers);
    }

    /** A party of which it is not said whose it is. */
    public PartyDraft(
            PartyKind kind,
            String displayName,
            PersonName name,
            String organisation,
            String unit,
            String jobTitle,
            String role,
            String birthday,
            String language,
            String timeZone,
            List<ContactPoint> contactPoints,
            List<String> tags,
            List<Identifier> identifiers) {
        this(
                kind,
                displayName,
                name,
                organisation,
                unit,
                jobTitle,
                role,
                birthday,
                language,
                timeZone,
                contactPoints,
                tags,
                identifiers,
                null,
                null);
    }

    /** A person of whom only the name and the contact points are known. */
    public static PartyDraft person(String given, String family, ContactPoint... contactPoints) {
        return nobody(PartyKind.PERSON)
                .revised()
                .name(PersonName.of(given, family))
                .contactPoints(List.of(contactPoints))
                .draft();
    }

    /** An organisation of which only the name and the contact points are known. */
    public static PartyDraft organisation(String name, ContactPoint... contactPoints) {
        return nobody(PartyKind.ORGANISATION)
                .revised()
                .organisation(name)
                .contactPoints(List.of(contactPoints))
                .draft();
    }

    /**
     * A party of which nothing but its kind is known.
     *
     * @since 1.2
     */
    public static PartyDraft nobody(PartyKind kind) {
        return new PartyDraft(
                kind, null, null, null, null, null, null, null, null, null, List.of(), List.of(), List.of());
    }

    /**
     * The same party, to be said otherwise: the one way to copy a draft with other fields.
     *
     * @since 1.2
     */
    public PartyRevision revised() {
        return new PartyRevision(this);
    }

    /** The same party with this name. */
    public PartyDraft named(PersonName other) {
        return revised().name(other).draft();
    }

    /** The same party with these contact points. */
    public PartyDraft reached(List<ContactPoint> others) {
        return revised().contactPoints(others).draft();
    }
}
