package org.colonnade.platform.dossier.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.domain.Bounds;
import org.colonnade.platform.dossier.internal.domain.Digest;
import org.colonnade.platform.dossier.internal.domain.FieldValue;
import org.colonnade.platform.dossier.internal.store.ArchiveStore;
import org.colonnade.platform.dossier.internal.store.ValueStore;
import org.colonnade.platform.dossier.internal.store.ValueStore.Stored;

/** Works on all values of a field, in parts: into another type, into the archive, and back. */
public final class Conversion {

    private static final int SHOWN = 10;
    private static final int HEX = 16;

    private final Work work;
    private final CustomField field;
    private final long id;
    private final String kind;

    Conversion(Work work, CustomField field) {
        this.work = work;
        this.field = field;
        this.id = Tsid.parse(field.id());
        this.kind = field.definition().kind();
    }

    /**
     * What a change of type would do.
     *
     * @param values how many values there are
     * @param converted how many of them can be had in the other type
     * @param examples some that cannot, as record: value
     */
    public record Preview(long values, long converted, List<String> examples) {}

    Preview preview(FieldType type) throws SQLException {
        CustomFieldDraft other = retyped(type);
        long values = 0;
        long converted = 0;
        List<String> examples = new ArrayList<>();
        List<Stored> part = ValueStore.part(work, kind, id, null);
        while (!part.isEmpty()) {
            for (Stored stored : part) {
                values++;
                if (converted(stored, other) != null) {
                    converted++;
                } else if (examples.size() < SHOWN) {
                    examples.add(kind + ':' + stored.record() + ": " + stored.text());
                }
            }
            part = ValueStore.part(work, kind, id, part.get(part.size() - 1));
        }
        return new Preview(values, converted, examples);
    }

    /** Bounds belong to the type that they were made for; only the choices can go with the values. */
    private CustomFieldDraft retyped(FieldType type) {
        CustomFieldDraft d = field.definition();
        boolean choosing = type == FieldType.CHOICE || type == FieldType.MULTI_CHOICE;
        return new CustomFieldDraft(
                d.kind(),
                d.name(),
                d.labels(),
                type,
                d.required(),
                d.unique(),
                null,
                null,
                null,
                null,
                choosing ? d.choices() : List.of(),
                d.read(),
                d.write(),
                d.active(),
                d.position());
    }

    /**
     * Converts the values to what the definition will be, all of them or none.
     *
     * @throws Conflict {@code platform.custom-field.not-convertible}, {@code platform.custom-field.not-unique}
     */
    void to(CustomFieldDraft wanted) throws SQLException {
        CustomFieldDraft present = field.definition();
        if (present.type() == wanted.type() && present.unique().equals(wanted.unique())) {
            return;
        }
        CustomFieldDraft rule = present.type() == wanted.type() ? retyped(wanted.type()) : wanted;
        boolean checked = present.type() != wanted.type();
        Set<Long> seen = new HashSet<>();
        List<Stored> part = ValueStore.part(work, kind, id, null);
        while (!part.isEmpty()) {
            List<Object> values = new ArrayList<>();
            for (Stored stored : part) {
                values.add(checked ? must(stored, rule) : FieldValue.read(wanted.type(), stored.text()));
            }
            if (wanted.unique()) {
                unique(values, seen);
            }
            ValueStore.rewrite(work, kind, wanted.unique(), part, values);
            part = ValueStore.part(work, kind, id, part.get(part.size() - 1));
        }
    }

    private Object must(Stored stored, CustomFieldDraft wanted) throws SQLException {
        Object value = converted(stored, wanted);
        if (value == null) {
            throw new Conflict(
                    "platform.custom-field.not-convertible",
                    "Not every value fits the other type, such as that of " + kind + ':' + stored.record()
                            + "; ask for the conversion to see how many.");
        }
        return value;
    }

    /** The value in the other type, or null. */
    private static Object converted(Stored stored, CustomFieldDraft wanted) {
        if (stored.place() > 0 && wanted.type() != FieldType.MULTI_CHOICE) {
            return null;
        }
        try {
            Object value = FieldValue.typed(wanted.type(), stored.text());
            return Bounds.fault(wanted, value) == null ? value : null;
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    private static void unique(List<Object> values, Set<Long> seen) {
        for (Object value : values) {
            if (!seen.add(Long.parseUnsignedLong(Digest.ofValue(value).substring(0, HEX), HEX))) {
                throw new Conflict(
                        "platform.custom-field.not-unique",
                        "Two records have the same value, so the field cannot be unique.");
            }
        }
    }

    /** Moves the values into the archive. */
    void archive() throws SQLException {
        int number = 0;
        List<Stored> part = ValueStore.part(work, kind, id, null);
        while (!part.isEmpty()) {
            ArchiveStore.add(work, id, number++, part);
            part = ValueStore.part(work, kind, id, part.get(part.size() - 1));
        }
        ValueStore.clear(work, id);
    }

    /** Moves the values out of the archive. */
    void restore() throws SQLException {
        CustomFieldDraft definition = field.definition();
        Optional<List<Stored>> part = ArchiveStore.part(work, id, 0);
        for (int next = 1; part.isPresent(); next++) {
            List<Stored> stored = part.get();
            List<Object> values = stored.stream()
                    .map(one -> FieldValue.read(definition.type(), one.text()))
                    .toList();
            ValueStore.restore(work, kind, definition.unique(), stored, values);
            part = ArchiveStore.part(work, id, next);
        }
        ArchiveStore.clear(work, id);
    }
}
