package org.colonnade.crm.internal.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PostalAddress;

/** The cells of one row that make one contact point. */
final class PointCells {

    private static final Set<String> PURPOSES = Set.of(
            "work",
            "home",
            "cell",
            "mobile",
            "fax",
            "pager",
            "main",
            "other",
            "internet",
            "voice",
            "school",
            "business");

    private final ContactType type;
    private final String slot;
    private final String purpose;
    private final Map<String, String> parts = new HashMap<>();

    PointCells(Target target) {
        type = target.type();
        slot = target.slot();
        purpose = target.purpose();
    }

    void add(Target target, String cell) {
        parts.merge(target.field(), cell, (first, second) -> first + ", " + second);
    }

    List<ContactPoint> points(Mapping mapping) {
        List<String> purposes = purpose == null ? new ArrayList<>() : new ArrayList<>(List.of(purpose.split(" ")));
        String typeCell = parts.getOrDefault("type", "");
        boolean primary = typeCell.startsWith("*");
        words(primary ? typeCell.substring(1) : typeCell, purposes);
        String label = parts.getOrDefault("label", parts.get("service"));
        if (label != null && !mapping.hasTypes(type, slot)) {
            String bare = label.startsWith("* ") ? label.substring(2) : label;
            primary |= label.startsWith("* ");
            label = bare;
            if (PURPOSES.containsAll(
                    List.of(bare.strip().toLowerCase(Locale.ROOT).split("\\s+")))) {
                words(bare, purposes);
                label = null;
            }
        }
        return Row.postal(type) ? address(purposes, label, primary) : values(purposes, label, primary);
    }

    private List<ContactPoint> values(List<String> purposes, String label, boolean primary) {
        boolean first = primary;
        return Row.several(parts.getOrDefault("value", "")).stream()
                .map(value -> new ContactPoint(type, value, null, purposes, label, first, null))
                .toList();
    }

    private List<ContactPoint> address(List<String> purposes, String label, boolean primary) {
        PostalAddress address = new PostalAddress(
                parts.get("poBox"),
                parts.get("extended"),
                parts.get("street"),
                parts.get("locality"),
                parts.get("region"),
                parts.get("postalCode"),
                parts.get("country"));
        if (address.equals(new PostalAddress(null, null, null, null, null, null, null))) {
            address = new PostalAddress(null, null, parts.get("formatted"), null, null, null, null);
        }
        boolean nothing = address.equals(new PostalAddress(null, null, null, null, null, null, null));
        return nothing ? List.of() : List.of(new ContactPoint(type, null, null, purposes, label, primary, address));
    }

    private static void words(String cell, List<String> purposes) {
        for (String word : cell.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                purposes.add(word.equals("mobile") ? "cell" : word.equals("business") ? "work" : word);
            }
        }
    }
}
