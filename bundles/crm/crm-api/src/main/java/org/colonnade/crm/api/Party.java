package org.colonnade.crm.api;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * A person or an organisation that the company deals with. The fields are those of {@link PartyDraft}, and:
 *
 * @param id the party's id
 * @param kept the names of the vCard properties that have no field here; they are kept and come out again in the vCard export
 * @param archived whether it was put away; it can be restored
 * @param version for {@code If-Match}
 * @param createdAt UTC
 * @param changedAt UTC
 * @param mergedInto the living party that this one became a part of, as a reference; null for a living one
 */
public record Party(
        String id,
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
        Ref team,
        List<String> kept,
        boolean archived,
        long version,
        Instant createdAt,
        Instant changedAt,
        Ref mergedInto) {

    public Party {
        contactPoints = List.copyOf(contactPoints);
        tags = List.copyOf(tags);
        identifiers = List.copyOf(identifiers);
        kept = List.copyOf(kept);
    }

    /**
     * A party of these fields.
     *
     * @param d the fields
     * @param mergedInto the party that it became a part of, or null
     * @since 1.2
     */
    public static Party of(
            String id,
            PartyDraft d,
            List<String> kept,
            boolean archived,
            long version,
            Instant createdAt,
            Instant changedAt,
            Ref mergedInto) {
        return new Party(
                id,
                d.kind(),
                d.displayName(),
                d.name(),
                d.organisation(),
                d.unit(),
                d.jobTitle(),
                d.role(),
                d.birthday(),
                d.language(),
                d.timeZone(),
                d.contactPoints(),
                d.tags(),
                d.identifiers(),
                d.owner(),
                d.team(),
                kept,
                archived,
                version,
                createdAt,
                changedAt,
                mergedInto);
    }

    /** How other functions point at it. */
    public Ref ref() {
        return new Ref("crm", "party", id);
    }

    /** The party as the input that would make it: what a change starts from. */
    public PartyDraft draft() {
        return new PartyDraft(
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
                owner,
                team);
    }
}
