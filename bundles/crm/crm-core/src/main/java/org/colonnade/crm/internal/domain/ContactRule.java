package org.colonnade.crm.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PostalAddress;

/** Puts contact points in order: normalised, by type, exactly one primary of each type. */
public final class ContactRule {

    private ContactRule() {}

    /**
     * The points as they are kept; those that say nothing are left out. Where nobody says which one comes first, or several do, it is one
     * that serves if there is any.
     *
     * @param today on which day it has to serve; null where no day is known, and only those that may not be used do not
     */
    public static List<ContactPoint> settle(List<ContactPoint> points, PhoneRule phones, LocalDate today) {
        List<ContactPoint> settled = new ArrayList<>();
        for (ContactPoint point : points) {
            ContactPoint one = settle(point, phones);
            if (!Texts.blank(one.value())) {
                settled.add(one);
            }
        }
        settled.sort(Comparator.comparing(ContactPoint::type));
        Map<ContactType, Integer> primary = primaries(settled, today);
        for (int i = 0; i < settled.size(); i++) {
            ContactPoint point = settled.get(i);
            settled.set(i, PointChange.marked(point, primary.get(point.type()) == i));
        }
        return settled;
    }

    /** What two points that reach the same mailbox or line have in common; null where there is nothing to compare. */
    public static String matchKey(ContactPoint point, PhoneRule phones) {
        return switch (point.type()) {
            case EMAIL -> EmailRule.key(point.value());
            case PHONE -> phones.key(point.value());
            default -> null;
        };
    }

    /** An address in one line. */
    public static String oneLine(PostalAddress address) {
        return address == null
                ? null
                : Texts.join(
                        ", ",
                        address.poBox(),
                        address.extended(),
                        address.street(),
                        Texts.join(" ", address.postalCode(), address.locality()),
                        address.region(),
                        address.country());
    }

    private static ContactPoint settle(ContactPoint point, PhoneRule phones) {
        boolean postal = point.type() == ContactType.POSTAL;
        String value = postal ? oneLine(point.address()) : point.value();
        String normalised =
                switch (point.type()) {
                    case EMAIL -> EmailRule.normalise(value);
                    case PHONE -> phones.e164(value);
                    default -> null;
                };
        List<String> purposes = point.purposes().stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return PointChange.of(point)
                .says(value, normalised, postal ? point.address() : null)
                .serves(purposes, Texts.orNull(point.label()))
                .doNotUse(point.doNotUse(), Texts.orNull(point.doNotUseReason()))
                .make();
    }

    private static Map<ContactType, Integer> primaries(List<ContactPoint> points, LocalDate today) {
        Map<ContactType, Integer> primary = new EnumMap<>(ContactType.class);
        for (int i = 0; i < points.size(); i++) {
            ContactPoint point = points.get(i);
            Integer before = primary.get(point.type());
            if (before == null || rank(point, today) < rank(points.get(before), today)) {
                primary.put(point.type(), i);
            }
        }
        return primary;
    }

    private static int rank(ContactPoint point, LocalDate today) {
        boolean serves = today == null ? !point.doNotUse() : point.serves(today);
        return (point.primary() ? 0 : 2) + (serves ? 0 : 1);
    }
}
