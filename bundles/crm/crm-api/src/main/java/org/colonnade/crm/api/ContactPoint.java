package org.colonnade.crm.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One way to reach a party.
 *
 * @param type by which way
 * @param value as people wrote it; for a postal address its parts in one line, which need not be given
 * @param normalised what it means, for comparing: an e-mail with its domain in lower-case ASCII, a phone in E.164, null where the value
 *     is not understood; derived, what a caller sends is ignored
 * @param purposes words in lower case such as {@code work}, {@code home}, {@code cell}, {@code fax}
 * @param label a name of its own, such as {@code reception}; or null
 * @param primary whether it comes first among those of its type; exactly one does: the first that may be used if none is named
 * @param address the parts of a postal address; null for every other type
 * @param id its id, which stays however the party changes; one that the party does not have is ignored
 * @param validFrom the first day on which it reaches the party; null for always
 * @param validTo the last day; null for always
 * @param doNotUse whether nobody may use it
 * @param doNotUseReason why; null where it may be used
 * @param verifiedAt when the party was reached by it for sure, UTC; null if nobody has tried. Like the three that follow it is set by
 *     {@link ContactPointDesk} alone, and gone with the value that it is about; what a caller sends is ignored
 * @param verifiedBy who said so, as a reference
 * @param bounces how often something sent there came back since it was verified; null for never
 * @param bouncedAt when that was the last time, UTC
 */
public record ContactPoint(
        ContactType type,
        String value,
        String normalised,
        List<String> purposes,
        String label,
        Boolean primary,
        PostalAddress address,
        String id,
        LocalDate validFrom,
        LocalDate validTo,
        Boolean doNotUse,
        String doNotUseReason,
        Instant verifiedAt,
        String verifiedBy,
        Integer bounces,
        Instant bouncedAt) {

    public ContactPoint {
        purposes = own(purposes);
        primary = primary != null && primary;
        doNotUse = doNotUse != null && doNotUse;
    }

    /** One of which nothing is known but how it is written: always valid, free to use, not verified. */
    public ContactPoint(
            ContactType type,
            String value,
            String normalised,
            List<String> purposes,
            String label,
            Boolean primary,
            PostalAddress address) {
        this(
                type,
                value,
                normalised,
                purposes,
                label,
                primary,
                address,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    /** A copy of a caller's list; a missing entry in it is left for the rules to refuse. */
    static <T> List<T> own(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** An e-mail address, a phone number, a web address or a handle, not marked as the primary one. */
    public static ContactPoint of(ContactType type, String value, String... purposes) {
        return new ContactPoint(type, value, null, List.of(purposes), null, false, null);
    }

    /** A postal address. */
    public static ContactPoint of(PostalAddress address, String... purposes) {
        return new ContactPoint(ContactType.POSTAL, null, null, List.of(purposes), null, false, address);
    }

    /**
     * Whether it may be used and is valid on a day.
     *
     * @since 1.1
     */
    public boolean serves(LocalDate day) {
        return !doNotUse
                && (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }
}
