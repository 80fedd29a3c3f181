package org.colonnade.crm.internal.card;

import ezvcard.property.VCardProperty;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.internal.domain.Days;
import org.colonnade.crm.internal.domain.PointChange;

/** When a contact point counts and whether it may be used, as parameters of its property: vCard has none for that. */
final class CardRestriction {

    private static final String FROM = "X-VALID-FROM";
    private static final String TO = "X-VALID-TO";
    private static final String DO_NOT_USE = "X-DO-NOT-USE";

    private static final String YES = "TRUE";

    private CardRestriction() {}

    /** The point with what the property's parameters say. */
    static ContactPoint read(VCardProperty property, ContactPoint point) {
        LocalDate from = day(property.getParameter(FROM));
        LocalDate to = day(property.getParameter(TO));
        boolean turned = from != null && to != null && to.isBefore(from);
        return PointChange.of(point)
                .valid(from, turned ? null : to)
                .doNotUse(locked(property), null)
                .make();
    }

    /** Says it by parameters, and nothing that such parameters said before. */
    static void say(VCardProperty property, ContactPoint point) {
        forget(property);
        if (point.validFrom() != null) {
            property.setParameter(FROM, point.validFrom().toString());
        }
        if (point.validTo() != null) {
            property.setParameter(TO, point.validTo().toString());
        }
        if (point.doNotUse()) {
            property.setParameter(DO_NOT_USE, YES);
        }
    }

    /** The property without those of its parameters that {@link #read} understands. */
    static VCardProperty without(VCardProperty property) {
        VCardProperty copy = property.copy();
        forget(copy);
        return copy;
    }

    private static void forget(VCardProperty property) {
        if (day(property.getParameter(FROM)) != null) {
            property.removeParameter(FROM);
        }
        if (day(property.getParameter(TO)) != null) {
            property.removeParameter(TO);
        }
        if (locked(property)) {
            property.removeParameter(DO_NOT_USE);
        }
    }

    private static boolean locked(VCardProperty property) {
        return YES.equalsIgnoreCase(property.getParameter(DO_NOT_USE));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            return Days.outside(day) ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
