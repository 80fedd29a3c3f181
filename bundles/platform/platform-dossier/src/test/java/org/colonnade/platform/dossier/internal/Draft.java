package org.colonnade.platform.dossier.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.CustomFieldDraft.Choice;
import org.colonnade.platform.api.dossier.FieldType;

/** Definitions of custom fields of cases, a word each. */
record Draft(CustomFieldDraft draft) {

    static Draft of(String name, FieldType type) {
        boolean choosing = type == FieldType.CHOICE || type == FieldType.MULTI_CHOICE;
        return new Draft(new CustomFieldDraft(
                "court:case",
                name,
                Map.of("en", name, "th", "ฟิลด์"),
                type,
                false,
                false,
                null,
                null,
                null,
                null,
                choosing
                        ? List.of(new Choice("A", null), new Choice("B", null), new Choice("C", Map.of("th", "ค")))
                        : null,
                null,
                null,
                null,
                null));
    }

    Draft min(String min) {
        return with(draft.required(), draft.unique(), min, draft.max(), draft.pattern(), draft.read(), draft.write());
    }

    Draft max(String max) {
        return with(draft.required(), draft.unique(), draft.min(), max, draft.pattern(), draft.read(), draft.write());
    }

    Draft pattern(String pattern) {
        return with(draft.required(), draft.unique(), draft.min(), draft.max(), pattern, draft.read(), draft.write());
    }

    Draft required() {
        return with(true, draft.unique(), draft.min(), draft.max(), draft.pattern(), draft.read(), draft.write());
    }

    Draft unique() {
        return with(draft.required(), true, draft.min(), draft.max(), draft.pattern(), draft.read(), draft.write());
    }

    Draft rights(String read, String write) {
        return with(draft.required(), draft.unique(), draft.min(), draft.max(), draft.pattern(), read, write);
    }

    Draft type(FieldType type) {
        Draft other = of(draft.name(), type);
        return draft.unique() ? other.unique() : other;
    }

    private Draft with(
            boolean required, boolean unique, String min, String max, String pattern, String read, String write) {
        return new Draft(new CustomFieldDraft(
                draft.kind(),
                draft.name(),
                draft.labels(),
                draft.type(),
                required,
                unique,
                min,
                max,
                draft.maxLength(),
                pattern,
                draft.choices(),
                read,
                write,
                draft.active(),
                draft.position()));
    }
}
