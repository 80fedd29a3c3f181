package org.colonnade.crm.api;

import java.time.LocalDate;
import java.util.List;

/**
 * A contact point as somebody wants it.
 *
 * @param type by which way
 * @param value as people write it; not needed for a postal address
 * @param purposes words in lower case such as {@code work}, {@code home}
 * @param label a name of its own, or null
 * @param primary whether it comes first among those of its type; one that is not named the first any more stays it if there is no other
 * @param address the parts of a postal address
 * @param validFrom the first day on which it reaches the party, or null
 * @param validTo the last day, or null
 * @param doNotUse whether nobody may use it
 * @param doNotUseReason why, or null
 * @since 1.1
 */
public record ContactPointDraft(
        ContactType type,
        String value,
        List<String> purposes,
        String label,
        Boolean primary,
        PostalAddress address,
        LocalDate validFrom,
        LocalDate validTo,
        Boolean doNotUse,
        String doNotUseReason) {

    public ContactPointDraft {
        purposes = ContactPoint.own(purposes);
    }

    /** The input that would make the point. */
    public static ContactPointDraft of(ContactPoint point) {
        return new ContactPointDraft(
                point.type(),
                point.address() == null ? point.value() : null,
                point.purposes(),
                point.label(),
                point.primary(),
                point.address(),
                point.validFrom(),
                point.validTo(),
                point.doNotUse(),
                point.doNotUseReason());
    }

    /** The point, under an id or, with null, as a new one. */
    public ContactPoint point(String id) {
        return new ContactPoint(
                type,
                value,
                null,
                purposes,
                label,
                primary,
                address,
                id,
                validFrom,
                validTo,
                doNotUse,
                doNotUseReason,
                null,
                null,
                null,
                null);
    }
}
