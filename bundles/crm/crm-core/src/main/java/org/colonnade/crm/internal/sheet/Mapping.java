package org.colonnade.crm.internal.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ContactType;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Which column goes where: what the titles say, overridden by what the caller says. A caller's line reads {@code <title>=<field>}, the
 * field being a name such as {@code name.given}, {@code organisation}, {@code tags} (one a line) or {@code labels} (with ; between),
 * {@code identifier.<scheme>}, {@code email}, {@code phone.work}, {@code address.home.street}, {@code web}, {@code handle},
 * {@code ignore} or {@code keep}.
 *
 * @param titles the header
 * @param targets where each column goes
 */
record Mapping(List<String> titles, List<Target> targets) {

    private static final Set<String> FIELDS = Set.of(
            "displayName",
            "name.prefix",
            "name.given",
            "name.additional",
            "name.family",
            "name.suffix",
            "name.nickname",
            "name.phoneticGiven",
            "name.phoneticFamily",
            "organisation",
            "unit",
            "jobTitle",
            "role",
            "birthday",
            "language",
            "timeZone",
            "kind",
            "tags",
            "labels",
            "notes",
            "uid");
    /** Titles that the table of records has and no address book, written so. */
    private static final Set<String> OF_RECORDS = Set.of(
            "displayName",
            "givenName",
            "familyName",
            "jobTitle",
            "contactPoints",
            "archived",
            "version",
            "createdAt",
            "createdBy",
            "changedAt",
            "changedBy");

    private static final Set<String> PARTS =
            Set.of("poBox", "extended", "street", "locality", "region", "postalCode", "country");

    /**
     * Makes the mapping.
     *
     * @throws Rejected {@code crm.import.option}: a title that is not there or a field that is none; {@code crm.import.no-mapping}: no
     *     column has a meaning; {@code crm.import.records}: it is a table of records, and the caller says nothing of its columns
     */
    static Mapping of(List<String> titles, List<String> lines) {
        if (lines.isEmpty() && ofRecords(titles)) {
            throw new Rejected(
                    "crm.import.records",
                    "This is a table of records with their ids, as /api/crm/parties/files/export writes it; send it to"
                            + " /api/crm/parties/files/import, which finds the contacts by their ids. Here each row would"
                            + " become a new contact; if that is wanted, say with 'map' what the columns are.");
        }
        Map<String, String> said = new HashMap<>();
        for (String line : lines) {
            int sign = line.lastIndexOf('=');
            String title = sign < 1 ? null : line.substring(0, sign).strip().toLowerCase(Locale.ROOT);
            if (title == null
                    || titles.stream()
                            .noneMatch(t -> t.strip().toLowerCase(Locale.ROOT).equals(title))) {
                throw option("'" + line + "' names no column; write <title of a column>=<field>");
            }
            said.put(title, line.substring(sign + 1).strip());
        }
        List<Target> targets = new ArrayList<>();
        for (String title : titles) {
            String field = said.get(title.strip().toLowerCase(Locale.ROOT));
            targets.add(field == null ? Headers.of(title) : target(field, title));
        }
        if (targets.stream().noneMatch(t -> t.kind() == Target.Kind.FIELD || t.kind() == Target.Kind.POINT)) {
            throw new Rejected(
                    "crm.import.no-mapping",
                    "None of the columns has a title that is known here; say with 'map' what they are.");
        }
        return new Mapping(titles, targets);
    }

    /** Whether it is the header that the record kit writes: the id first, and other columns by the names of fields. */
    private static boolean ofRecords(List<String> titles) {
        return !titles.isEmpty()
                && titles.get(0).equals("id")
                && titles.stream().anyMatch(title -> OF_RECORDS.contains(title) || title.startsWith("custom."));
    }

    /** Whether a contact point's type has a column of its own, so that a label is only a label. */
    boolean hasTypes(ContactType type, String slot) {
        return targets.stream()
                .anyMatch(t ->
                        t.type() == type && t.slot().equals(slot) && t.field().equals("type"));
    }

    private static Target target(String field, String title) {
        if (field.equals("ignore") || field.equals("keep")) {
            return field.equals("keep") ? Target.KEPT : Target.IGNORED;
        }
        if (FIELDS.contains(field) || field.startsWith("identifier.")) {
            return Target.field(field);
        }
        String[] words = field.split("\\.");
        ContactType type =
                switch (words[0]) {
                    case "email" -> ContactType.EMAIL;
                    case "phone" -> ContactType.PHONE;
                    case "web" -> ContactType.WEB;
                    case "handle" -> ContactType.HANDLE;
                    case "address" -> ContactType.POSTAL;
                    default -> throw option("'" + field + "' is no field");
                };
        String last = words[words.length - 1];
        String purpose = words.length > (type == ContactType.POSTAL ? 2 : 1) ? words[1] : null;
        if (type != ContactType.POSTAL) {
            return Target.point(type, "column " + title, "value", purpose);
        }
        if (words.length > 3 || !PARTS.contains(last)) {
            throw option("'" + field + "' is no field; an address has the parts "
                    + String.join(", ", PARTS.stream().sorted().toList()));
        }
        return Target.point(type, "place " + purpose, last, purpose);
    }

    private static Rejected option(String fault) {
        return new Rejected("crm.import.option", "The mapping of the columns is not right.").field("map", fault);
    }
}
