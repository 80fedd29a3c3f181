package org.colonnade.platform.records.internal.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordKind;

/** What the lists of one kind are filtered and sorted by, for everybody. */
public final class Targets {

    private static final String CUSTOM = "custom.";

    private final Map<String, Target> all = new HashMap<>();
    private final Map<String, String> madeOf = new HashMap<>();

    public Targets(RecordKind<?, ?> kind) {
        all.put("id", Target.ID);
        put(Target.own("version", FieldType.INTEGER, "version"));
        put(Target.own("archived", FieldType.BOOLEAN, "archived"));
        put(Target.own("createdAt", FieldType.INSTANT, "created_at"));
        put(Target.own("createdBy", FieldType.REF, "created_by"));
        put(Target.own("changedAt", FieldType.INSTANT, "changed_at"));
        put(Target.own("changedBy", FieldType.REF, "changed_by"));
        kind.fields().stream().filter(field -> !field.equals(kind.merged())).forEach(this::add);
        kind.index().columns().forEach(column -> {
            put(new Target(column.name(), FieldType.TEXT, null, column.column(), column.nullable(), null));
            madeOf.put(column.name(), column.field());
        });
        kind.index().besides().forEach(beside -> {
            put(beside(beside.name(), beside.lookup()));
            madeOf.put(beside.name(), beside.field());
        });
    }

    /** The name of the custom field by which a target goes. */
    public static String customName(String target) {
        return target.substring(CUSTOM.length());
    }

    /** Whether a target is a custom field. */
    public static boolean isCustom(String target) {
        return target.startsWith(CUSTOM);
    }

    private static Target beside(String name, Lookup lookup) {
        return new Target(name, type(lookup), null, null, true, lookup);
    }

    private void add(RecordField field) {
        if (field.type() == FieldType.MONEY) {
            put(of(field, field.name() + ".amount", FieldType.DECIMAL, field.column()));
            put(of(field, field.name() + ".currency", FieldType.TEXT, field.column() + "_currency"));
        } else if (field.type().comparable()) {
            put(of(field, field.name(), field.type(), field.column()));
        }
    }

    private static Target of(RecordField field, String name, FieldType type, String column) {
        boolean never = field.required() || field.javaType().isPrimitive();
        return new Target(name, type, field.javaType(), column, !never, null);
    }

    private void put(Target target) {
        all.put(target.name(), target);
    }

    /**
     * Those that somebody may name.
     *
     * @param visible whether a field may be seen as it is
     * @param custom where a custom field lies, if it may be seen
     */
    public Function<String, Target> seenBy(
            Function<String, Boolean> visible, Function<String, Optional<Lookup>> custom) {
        return name -> {
            if (name != null && name.startsWith(CUSTOM)) {
                return custom.apply(name.substring(CUSTOM.length()))
                        .map(lookup -> beside(name, lookup))
                        .orElse(null);
            }
            Target target = all.get(name);
            String field = field(target);
            return field == null || visible.apply(field) ? target : null;
        };
    }

    /** The field whose rights decide; null for what everybody may name. */
    private String field(Target target) {
        if (target == null || target == Target.ID) {
            return null;
        }
        return target.javaType() == null
                ? madeOf.get(target.name())
                : target.name().replaceFirst("\\..*", "");
    }

    private static FieldType type(Lookup lookup) {
        return switch (lookup.order()) {
            case TEXT -> FieldType.TEXT;
            case NUMBER -> FieldType.DECIMAL;
            case MOMENT -> FieldType.INSTANT;
        };
    }
}
