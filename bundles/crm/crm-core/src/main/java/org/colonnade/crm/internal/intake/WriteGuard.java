package org.colonnade.crm.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.Texts;

/**
 * Refuses cards and rows that say something in fields that who imports may not change. What such a card would leave as it is hurts nobody.
 *
 * @param fields the names of those fields
 */
record WriteGuard(Set<String> fields) {

    /** The code of an item that was refused. */
    static final String CODE = "platform.field.not-writable";

    WriteGuard {
        fields = Set.copyOf(fields);
    }

    /** @param before null for a new party. @return what may not be changed, in sentences; empty if all may */
    List<String> faults(PartyContent before, PartyContent after) {
        List<String> faults = new ArrayList<>();
        for (String field : fields) {
            if (!Objects.equals(before == null ? null : value(before, field), value(after, field))) {
                faults.add(field + " may not be changed by you");
            }
        }
        faults.sort(null);
        return faults;
    }

    /** What a party says in a field; null for nothing. A name that follows from the others is said by them. */
    private static Object value(PartyContent content, String field) {
        PartyDraft d = content.draft();
        return switch (field) {
            case "kind" -> d.kind();
            case "displayName" -> PartyRule.displayName(d).equals(d.displayName()) ? null : d.displayName();
            case "name" -> d.name() == null || d.name().equals(PersonName.NONE) ? null : d.name();
            case "organisation" -> text(d.organisation());
            case "unit" -> text(d.unit());
            case "jobTitle" -> text(d.jobTitle());
            case "role" -> text(d.role());
            case "birthday" -> text(d.birthday());
            case "language" -> text(d.language());
            case "timeZone" -> text(d.timeZone());
            case "contactPoints" -> some(d.contactPoints());
            case "tags" -> some(d.tags());
            case "identifiers" -> some(d.identifiers());
            default -> null;
        };
    }

    private static String text(String value) {
        return Texts.blank(value) ? null : value;
    }

    private static List<?> some(List<?> values) {
        return values.isEmpty() ? null : values;
    }
}
