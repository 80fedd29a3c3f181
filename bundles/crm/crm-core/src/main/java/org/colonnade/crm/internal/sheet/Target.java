package org.colonnade.crm.internal.sheet;

import org.colonnade.crm.api.ContactType;

/**
 * Where the cells of a column go.
 *
 * @param kind into a field, into a contact point, nowhere, or aside
 * @param field the field's name; of a contact point the part: {@code value}, {@code type}, {@code label}, or a part of an address
 * @param type of a contact point
 * @param slot of a contact point: cells of one row with the same type and slot make one contact point
 * @param purpose of a contact point: what the column's title says it is for; or null
 */
record Target(Kind kind, String field, ContactType type, String slot, String purpose) {

    /** What a column is for. */
    enum Kind {
        FIELD,
        POINT,
        IGNORED,
        /** Has no field; kept as a property of its own. */
        KEPT
    }

    static final Target IGNORED = new Target(Kind.IGNORED, null, null, null, null);
    static final Target KEPT = new Target(Kind.KEPT, null, null, null, null);

    static Target field(String name) {
        return new Target(Kind.FIELD, name, null, null, null);
    }

    static Target point(ContactType type, String slot, String part, String purpose) {
        return new Target(Kind.POINT, part, type, slot, purpose);
    }
}
