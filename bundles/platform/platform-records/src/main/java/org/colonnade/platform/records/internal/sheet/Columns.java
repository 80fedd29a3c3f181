package org.colonnade.platform.records.internal.sheet;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.records.internal.shape.Plan;

/** The columns of a table for the records of one kind. */
public final class Columns {

    /** What the platform keeps of every record; exported, and of these only the id is read. */
    public static final List<String> SYSTEM =
            List.of("archived", "version", "createdAt", "createdBy", "changedAt", "changedBy");

    private final List<Column> all = new ArrayList<>();

    public Columns(Plan<?, ?> plan) {
        RecordComponent[] components = plan.kind().view().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            RecordField field = plan.kind().fields().get(i);
            if (field.type() == FieldType.MONEY) {
                all.add(Column.of(field, components[i], "amount"));
                all.add(Column.of(field, components[i], "currency"));
            } else {
                all.add(Column.of(field, components[i], null));
            }
        }
        plan.kind().sheet().forEach(part -> all.add(Column.of(part, plan.field(part.field()))));
    }

    /** In the order of the fields, then those of the function's own. */
    public List<Column> all() {
        return all;
    }

    /** The column that a title means: its name, or the field's label in any language; null if none. */
    public Column named(String title) {
        String wanted = title.strip();
        for (Column column : all) {
            if (column.title().equalsIgnoreCase(wanted)) {
                return column;
            }
        }
        for (Column column : all) {
            boolean label = column.labels().values().stream()
                    .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
            if (label) {
                return column;
            }
        }
        return null;
    }
}
