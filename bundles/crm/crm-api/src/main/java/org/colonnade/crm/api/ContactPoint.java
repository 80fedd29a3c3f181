package org.colonnade.crm.api;

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
 * @param primary whether it comes first among those of its type; exactly one does, the first if none is named
 * @param address the parts of a postal address; null for every other type
 */
public record ContactPoint(
        ContactType type,
        String value,
        String normalised,
        List<String> purposes,
        String label,
        Boolean primary,
        PostalAddress address) {

    public ContactPoint {
        purposes = own(purposes);
        primary = primary != null && primary;
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
}
