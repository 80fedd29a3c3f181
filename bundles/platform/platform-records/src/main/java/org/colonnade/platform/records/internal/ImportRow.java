package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.SheetColumn;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.records.internal.sheet.Column;

/** One row of an import: what it says, and why it was refused if it was. */
final class ImportRow<V extends Record> {

    private final SheetRow row;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<SheetColumn<?, ?>, String> parts = new LinkedHashMap<>();
    private final Map<String, Object> custom = new HashMap<>();
    private List<String> tags;
    private String id;
    private String refusal;
    Kept<V> before;

    ImportRow(SheetRow row) {
        this.row = row;
    }

    /** Reads the cells. */
    static <V extends Record> ImportRow<V> read(
            SheetRow row, ImportHeader header, boolean clears, Upkeep<V, ?> upkeep) {
        ImportRow<V> read = new ImportRow<>(row);
        List<String> faults = new ArrayList<>();
        if (row.cells().size() > header.titles().size()) {
            faults.add("the row has more cells than the header");
        }
        for (int i = 0; i < header.titles().size(); i++) {
            String cell = row.cell(i);
            Column column = header.columns().get(i);
            if (column != null) {
                read.cell(column, cell, clears, upkeep, faults);
            } else if (header.custom().get(i) != null && (clears || !cell.isEmpty())) {
                read.custom.put(header.custom().get(i), cell.isEmpty() ? null : cell);
            }
        }
        read.id = header.id() < 0 || row.cell(header.id()).isEmpty() ? null : row.cell(header.id());
        if (header.tags() >= 0 && (clears || !row.cell(header.tags()).isEmpty())) {
            read.tags = Arrays.stream(row.cell(header.tags()).split("[\n;]"))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .toList();
        }
        read.money(faults);
        if (!faults.isEmpty()) {
            read.refuse("platform.import.row: " + String.join("; ", faults));
        }
        return read;
    }

    private void cell(Column column, String cell, boolean clears, Upkeep<V, ?> upkeep, List<String> faults) {
        String name = column.field().name();
        if (column.part() != null) {
            if (clears || !cell.isBlank()) {
                parts.put(column.part(), cell.isBlank() ? null : cell.strip());
            }
            return;
        }
        if (cell.isEmpty()) {
            if (clears) {
                values.putIfAbsent(name, null);
            }
            return;
        }
        try {
            values.put(name, column.value(cell, values.get(name), upkeep.plan().json()));
        } catch (IllegalArgumentException notOne) {
            faults.add(column.title() + ' ' + notOne.getMessage());
        }
    }

    private void money(List<String> faults) {
        values.forEach((name, value) -> {
            if (value instanceof Money money && money.currency().equals(Column.NONE)) {
                faults.add(name + " has no currency");
            }
        });
    }

    String id() {
        return id;
    }

    /** By what the row may mean the same record as another one: its id, and its value of each key. */
    List<Object> keys(ImportHeader header) {
        List<Object> keys = new ArrayList<>();
        if (id != null) {
            keys.add(id);
        }
        for (List<String> key : header.keys()) {
            List<Object> named = new ArrayList<>(key);
            key.forEach(field -> named.add(value(field)));
            if (!named.contains(null)) {
                keys.add(named);
            }
        }
        return keys;
    }

    SheetRow row() {
        return row;
    }

    /** What the row says of a field; null where it says nothing. */
    Object value(String field) {
        return values.containsKey(field) ? values.get(field) : part(field);
    }

    /** In lower case: what is the same for the function is found later, what is the same for everybody at once. */
    private String part(String name) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().name().equals(name) && part.getValue() != null)
                .map(part -> part.getValue().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    Extras extras() {
        return new Extras(custom.isEmpty() ? null : custom, tags);
    }

    /** The custom fields that the row names, to be added to those there are. */
    Map<String, Object> custom() {
        return custom;
    }

    List<String> tags() {
        return tags;
    }

    /** The draft that the row means, from what there is now or from nothing. */
    <D extends Record> D draft(Upkeep<V, D> upkeep) {
        Object[] components = before == null
                ? new Object[upkeep.plan().draft().size()]
                : upkeep.plan().draft().values(upkeep.draftOf(before.value()));
        values.forEach((name, value) -> {
            int place = upkeep.plan().draft().place(name);
            if (place >= 0) {
                components[place] = value;
            }
        });
        D draft = upkeep.plan().draft().make(components);
        for (Map.Entry<SheetColumn<?, ?>, String> part : parts.entrySet()) {
            draft = upkeep.with(draft, part.getKey(), part.getValue());
        }
        return draft;
    }

    boolean refused() {
        return refusal != null;
    }

    String refusal() {
        return refusal;
    }

    void refuse(String why) {
        refusal = why;
    }

    void refuse(Problem problem) {
        String why = problem.code() + ": " + problem.getMessage();
        if (problem instanceof Rejected rejected && !rejected.fields().isEmpty()) {
            why += rejected.fields().stream()
                    .map(field -> field.field() + ' ' + field.fault())
                    .collect(Collectors.joining("; ", " ", ""));
        }
        refusal = why;
    }
}
