package org.colonnade.platform.api.record;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Ref;

/**
 * A kind of record as its function declares it: read once from the view's {@link RecordType} and {@link Field}s. The view is what callers
 * see, the draft what they give: a draft's components are those of the view that callers may set, with the same names and types.
 */
public final class RecordKind<V extends Record, D extends Record> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private final RecordType type;
    private final Class<V> view;
    private final Class<D> draft;
    private final String module;
    private final String name;
    private final String table;
    private final List<RecordField> fields;
    private final RecordRules<V, D> rules;
    private final RecordRows<V> rows;
    private final RecordIndex<V> index;
    private final List<SheetColumn<V, D>> sheet;

    private RecordKind(
            Class<V> view,
            Class<D> draft,
            RecordRules<V, D> rules,
            RecordRows<V> rows,
            RecordIndex<V> index,
            List<SheetColumn<V, D>> sheet) {
        this.type = declared(view);
        this.view = view;
        this.draft = draft;
        String[] parts = type.value().split(":", -1);
        if (parts.length != 2
                || !NAME.matcher(parts[0]).matches()
                || !NAME.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException("'" + type.value() + "' is not <module>:<type>");
        }
        this.module = parts[0];
        this.name = parts[1];
        this.table = type.table().isEmpty() ? (module + '_' + name).replace('-', '_') : type.table();
        if (!TABLE.matcher(table).matches() || !NAME.matcher(type.plural()).matches()) {
            throw new IllegalArgumentException("'" + table + "' or '" + type.plural() + "' is no plain name");
        }
        this.fields = fields(view, draft);
        this.rules = rules;
        this.rows = rows;
        this.index = index;
        this.sheet = List.copyOf(sheet);
        if (!type.document().isEmpty() && !TABLE.matcher(type.document()).matches()) {
            throw new IllegalArgumentException("'" + type.document() + "' is no plain name");
        }
        if (!type.merged().isEmpty() && merged() == null) {
            throw new IllegalArgumentException(view.getName() + '.' + type.merged() + " is no reference");
        }
        if (!type.owner().isEmpty() && owner() == null || !type.team().isEmpty() && team() == null) {
            throw new IllegalArgumentException(
                    view.getName() + " has an owner or a team that is neither reference nor text");
        }
    }

    /** A plain record: nothing but its declaration. @throws IllegalArgumentException if the declaration contradicts itself */
    public static <V extends Record, D extends Record> RecordKind<V, D> of(Class<V> view, Class<D> draft) {
        return new RecordKind<>(view, draft, new Plain<>(), null, RecordIndex.none(), List.of());
    }

    /** The rules of a plain record: none. */
    private static final class Plain<V extends Record, D extends Record> implements RecordRules<V, D> {

        @Override
        public boolean apart() {
            return true;
        }
    }

    /** The same kind with rules of the function's own. */
    public RecordKind<V, D> with(RecordRules<V, D> own) {
        return new RecordKind<>(view, draft, own, rows, index, sheet);
    }

    /** The same kind, kept by the function itself. */
    public RecordKind<V, D> keptIn(RecordRows<V> own) {
        return new RecordKind<>(view, draft, rules, own, index, sheet);
    }

    /** The same kind, whose lists can be asked for more than its fields. */
    public RecordKind<V, D> indexed(RecordIndex<V> more) {
        return new RecordKind<>(view, draft, rules, rows, more, sheet);
    }

    /** The same kind, whose tables have more columns than its fields. */
    public RecordKind<V, D> inSheets(List<SheetColumn<V, D>> columns) {
        return new RecordKind<>(view, draft, rules, rows, index, columns);
    }

    private static RecordType declared(Class<?> view) {
        RecordType declared = view.getAnnotation(RecordType.class);
        if (declared == null) {
            throw new IllegalArgumentException(view.getName() + " has no @RecordType");
        }
        return declared;
    }

    private static List<RecordField> fields(Class<?> view, Class<?> draft) {
        Map<String, Class<?>> given = Arrays.stream(draft.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
        List<RecordField> fields = new ArrayList<>();
        for (RecordComponent component : view.getRecordComponents()) {
            Class<?> type = given.remove(component.getName());
            if (type != null && type != component.getType()) {
                throw new IllegalArgumentException(draft.getName() + '.' + component.getName() + " is no "
                        + component.getType().getSimpleName());
            }
            fields.add(RecordField.of(component, type != null));
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(view.getName() + " has no " + Set.copyOf(given.keySet()));
        }
        return List.copyOf(fields);
    }

    /** The function's id. */
    public String module() {
        return module;
    }

    /** The type in references. */
    public String name() {
        return name;
    }

    /** {@code <module>:<type>}. */
    public String key() {
        return type.value();
    }

    /** The path below {@code /api/<module>/}. */
    public String plural() {
        return type.plural();
    }

    /** The table. */
    public String table() {
        return table;
    }

    /** What callers see. */
    public Class<V> view() {
        return view;
    }

    /** What callers give. */
    public Class<D> draft() {
        return draft;
    }

    /** All fields, in the order of the view. */
    public List<RecordField> fields() {
        return fields;
    }

    /** What people call it, by language tag. */
    public Map<String, String> labels() {
        return Map.of("en", type.en(), "th", type.th());
    }

    /** The order of a list whose caller names none. */
    public String order() {
        return type.order();
    }

    /** An input that is accepted as it stands, as JSON. */
    public String example() {
        return type.example();
    }

    /** The keys by which an import finds what it updates, each a list of field names. */
    public List<List<String>> keys() {
        return type.keys().isEmpty()
                ? List.of()
                : Arrays.stream(type.keys().split("\\|"))
                        .map(key -> List.of(key.strip().split("\\s*,\\s*")))
                        .toList();
    }

    /** What the function adds. */
    public RecordRules<V, D> rules() {
        return rules;
    }

    /** Where the function keeps such records itself; null for a plain record. */
    public RecordRows<V> rows() {
        return rows;
    }

    /** What lists can be asked for beside the fields. */
    public RecordIndex<V> index() {
        return index;
    }

    /** Whether each change is told by the event {@code platform.record.changed}. */
    public boolean announced() {
        return type.announced();
    }

    /** The columns that tables have beside those of the fields. */
    public List<SheetColumn<V, D>> sheet() {
        return sheet;
    }

    /** The column that holds all fields as one JSON object; empty if there is none. */
    public String document() {
        return type.document();
    }

    /** The field that says of which other record one became a part; null where records are not merged. */
    public RecordField merged() {
        return fields.stream()
                .filter(field -> field.name().equals(type.merged()) && field.type() == FieldType.REF)
                .findFirst()
                .orElse(null);
    }

    /** The field that says who owns a record; null where records have no owner. */
    public RecordField owner() {
        return belonging(type.owner());
    }

    /** The field that says which team has a record; null where records have none. */
    public RecordField team() {
        return belonging(type.team());
    }

    private RecordField belonging(String field) {
        return fields.stream()
                .filter(one ->
                        one.name().equals(field) && (one.type() == FieldType.REF || one.type() == FieldType.TEXT))
                .findFirst()
                .orElse(null);
    }

    /** Whether roles may allow such records for a part: those of an owner or of a team. */
    public boolean scoped() {
        return !type.owner().isEmpty() || !type.team().isEmpty();
    }

    /** The permission to see such records. */
    public String readPermission() {
        return type.read().isEmpty() ? module + '.' + name + ".read" : type.read();
    }

    /** The permission to add, change and archive them. */
    public String changePermission() {
        return type.change().isEmpty() ? module + '.' + name + ".change" : type.change();
    }

    /** Both permissions with their labels, for the module's list. */
    public List<Permission> permissions() {
        return permissions(
                Permission.of(readPermission(), type.en() + ": see", type.th() + ": ดู"),
                Permission.of(changePermission(), type.en() + ": add and change", type.th() + ": เพิ่มและแก้ไข"));
    }

    /** The same with labels of the function's own. */
    public List<Permission> permissions(Permission read, Permission change) {
        return scoped() ? List.of(read.forScopes(), change.forScopes()) : List.of(read, change);
    }

    /** A reference to such a record. */
    public Ref ref(String id) {
        return new Ref(module, name, id);
    }

    /** The code of a problem with such records: {@code <module>.<type>.<what>}. */
    public String code(String what) {
        return module + '.' + name + '.' + what;
    }
}
