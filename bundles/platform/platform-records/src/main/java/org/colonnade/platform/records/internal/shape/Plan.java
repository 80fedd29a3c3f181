package org.colonnade.platform.records.internal.shape;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.api.record.RecordField;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.text.Folding;
import org.colonnade.platform.api.text.IndexText;

/** A kind of record, worked out once: how its view and its draft are taken apart, and how each field lies in the table. */
public final class Plan<V extends Record, D extends Record> {

    private static final int SEARCHED = 20_000;

    private final RecordKind<V, D> kind;
    private final Shape<V> view;
    private final Shape<D> draft;
    private final RecordJson json = new RecordJson();
    private final List<Cell> cells = new ArrayList<>();
    private final boolean searched;
    private final int merged;

    public Plan(RecordKind<V, D> kind) {
        this.kind = kind;
        this.view = Shape.of(kind.view());
        this.draft = Shape.of(kind.draft());
        RecordComponent[] components = kind.view().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            cells.add(new Cell(kind.fields().get(i), components[i], json));
        }
        this.searched = kind.fields().stream().anyMatch(RecordField::searched);
        this.merged = kind.merged() == null ? -1 : view.place(kind.merged().name());
    }

    public RecordKind<V, D> kind() {
        return kind;
    }

    /** The fields as they lie in the table, in the order of the view. */
    public List<Cell> cells() {
        return cells;
    }

    public Shape<V> view() {
        return view;
    }

    public RecordJson json() {
        return json;
    }

    /** Whether lists can be searched by words. */
    public boolean searched() {
        return searched;
    }

    /** Whether the record lies as one JSON object in a column. */
    public boolean documented() {
        return !kind.document().isEmpty();
    }

    /** The columns beside the document, or all where there is none: what is written with a row. */
    public List<Cell> written() {
        return documented()
                ? cells.stream()
                        .filter(cell -> cell.field().type() != FieldType.STRUCTURE)
                        .toList()
                : cells;
    }

    /** Of which record this one became a part; null for one that stands by itself. */
    public Ref merged(V kept) {
        return merged < 0 ? null : (Ref) view.get(kept, merged);
    }

    /** The fields as one JSON object, those that say something. */
    public String document(V kept) {
        return json.write(said(kept));
    }

    /** The fields that say something, by name. */
    public Map<String, Object> said(V kept) {
        Map<String, Object> said = new LinkedHashMap<>();
        for (int i = 0; i < view.size(); i++) {
            Object value = view.get(kept, i);
            if (value != null) {
                said.put(kind.fields().get(i).name(), value);
            }
        }
        return said;
    }

    /** A field by its name, or null. */
    public RecordField field(String name) {
        int place = view.place(name);
        return place < 0 ? null : kind.fields().get(place);
    }

    /** What would be kept if the draft were taken: its fields, and what there was of all others. */
    public V wanted(D given, V before) {
        Object[] values = before == null ? new Object[view.size()] : view.values(before);
        for (int i = 0; i < values.length; i++) {
            int place = draft.place(kind.fields().get(i).name());
            if (place >= 0) {
                values[i] = draft.get(given, place);
            }
        }
        return view.make(values);
    }

    /** How a draft is taken apart. */
    public Shape<D> draft() {
        return draft;
    }

    /** The input of what there is, as a change begins with it. */
    public D opened(V present) {
        return kind.rules().open(draftOf(present));
    }

    /** The draft that would make what is kept. */
    public D draftOf(V kept) {
        Object[] values = new Object[draft.size()];
        for (RecordField field : kind.fields()) {
            int place = draft.place(field.name());
            if (place >= 0) {
                values[place] = view.get(kept, view.place(field.name()));
            }
        }
        return draft.make(values);
    }

    /** What the declaration itself finds wrong with an input. */
    public void check(D given, Fields faults) {
        for (RecordField field : kind.fields()) {
            int place = draft.place(field.name());
            if (place >= 0) {
                check(field, draft.get(given, place), faults);
            }
        }
    }

    private static void check(RecordField field, Object value, Fields faults) {
        if (field.type() == FieldType.TEXT) {
            if (field.required()) {
                faults.required(field.name(), (String) value, field.max());
            } else {
                faults.optional(field.name(), (String) value, field.max());
            }
        } else if (field.required() && value == null) {
            faults.wrong(field.name(), "is required");
        }
    }

    /** The text in which a record is searched. */
    public String searchText(V kept) {
        return searchText(kept, field -> true);
    }

    /** What some of its fields say there. */
    public String searchText(V kept, Predicate<RecordField> wanted) {
        StringBuilder text = new StringBuilder(" ");
        for (int i = 0; i < cells.size() && text.length() < SEARCHED; i++) {
            RecordField field = kind.fields().get(i);
            Object value = field.searched() && wanted.test(field) ? view.get(kept, i) : null;
            if (value != null) {
                String folded = Folding.fold(value.toString());
                String toneless = Folding.toneless(folded);
                text.append(folded).append(' ');
                if (!toneless.equals(folded)) {
                    text.append(toneless).append(' ');
                }
            }
        }
        return IndexText.encode(text.length() > SEARCHED ? text.substring(0, SEARCHED) : text.toString());
    }

    /** Whether a value says more than none at all. */
    private static boolean says(Object value) {
        return value != null
                && !value.equals(false)
                && !(value instanceof Number number && number.doubleValue() == 0)
                && !(value instanceof Collection<?> list && list.isEmpty());
    }

    /** The names of the fields in which two differ; of a new record those that say something. @param one null for a new record */
    public List<String> differences(V one, V other) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Object before = one == null ? null : view.get(one, i);
            Object after = other == null ? null : view.get(other, i);
            if (one == null ? says(after) : !Objects.equals(before, after)) {
                names.add(kind.fields().get(i).name());
            }
        }
        return names;
    }
}
