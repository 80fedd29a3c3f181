package org.colonnade.platform.records.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetWriter;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.sheet.WriteOptions;
import org.colonnade.platform.records.internal.sheet.Column;
import org.colonnade.platform.records.internal.sheet.Columns;

/** Writes the records of a list into a table, page by page: memory does not grow with the list, and nothing is left out silently. */
final class Exports<V extends Record, D extends Record> {

    private static final String CUSTOM = "custom.";

    private final Upkeep<V, D> upkeep;
    private final Columns columns;

    Exports(Upkeep<V, D> upkeep) {
        this.upkeep = upkeep;
        this.columns = new Columns(upkeep.plan());
    }

    /**
     * Writes the table.
     *
     * @param wanted the fields, or null for all that the actor may see
     * @param told is given the number of rows so far, after each page
     */
    void write(
            Sheets sheets,
            OutputStream out,
            SheetFormat format,
            Actor actor,
            RecordQuery query,
            Set<String> wanted,
            LongConsumer told)
            throws IOException {
        Sight sight = upkeep.sight(actor);
        List<Column> shown = columns.all().stream()
                .filter(column -> wants(wanted, column.field().name())
                        && !sight.hidden(column.field().name()))
                .toList();
        List<String> custom = customNames(actor, wanted);
        try (SheetWriter writer = sheets.write(out, format, WriteOptions.titled(titles(shown, custom, wanted)))) {
            String after = null;
            do {
                Page<Kept<V>> page = upkeep.list(actor, query.at(new PageRequest(PageRequest.MAX_LIMIT, after)));
                write(writer, actor, sight, page.items(), shown, custom, wanted);
                told.accept(writer.rows());
                after = page.next();
            } while (after != null);
        }
    }

    private List<String> customNames(Actor actor, Set<String> wanted) {
        return wants(wanted, "custom") ? upkeep.book().customNames(actor) : List.of();
    }

    private List<String> titles(List<Column> shown, List<String> custom, Set<String> wanted) {
        List<String> titles = new ArrayList<>(List.of("id"));
        shown.forEach(column -> titles.add(column.title()));
        custom.forEach(name -> titles.add(CUSTOM + name));
        if (tagged(wanted)) {
            titles.add("tags");
        }
        Columns.SYSTEM.stream().filter(name -> wants(wanted, name)).forEach(titles::add);
        return titles;
    }

    private boolean tagged(Set<String> wanted) {
        return wants(wanted, "tags") && upkeep.plan().field("tags") == null;
    }

    private void write(
            SheetWriter writer,
            Actor actor,
            Sight sight,
            List<Kept<V>> records,
            List<Column> shown,
            List<String> custom,
            Set<String> wanted)
            throws IOException {
        List<String> ids = records.stream().map(Kept::id).toList();
        Map<String, Map<String, Object>> values = custom.isEmpty() || ids.isEmpty()
                ? Map.of()
                : upkeep.tx().read(work -> upkeep.book().custom(work, ids, actor));
        Map<Ref, List<String>> tags = tagged(wanted) && !ids.isEmpty()
                ? upkeep.tx().read(work -> upkeep.book().tags(work, ids))
                : Map.of();
        for (Kept<V> record : records) {
            List<Object> cells = new ArrayList<>(List.of(record.id()));
            for (Column column : shown) {
                cells.add(cell(column, sight, record));
            }
            Map<String, Object> own = values.getOrDefault(record.id(), Map.of());
            custom.forEach(name -> cells.add(plain(own.get(name))));
            if (tagged(wanted)) {
                cells.add(String.join("\n", tags.getOrDefault(upkeep.kind().ref(record.id()), List.of())));
            }
            system(cells, record, wanted);
            writer.write(cells);
        }
    }

    private Object cell(Column column, Sight sight, Kept<V> record) {
        String name = column.field().name();
        if (column.part() != null) {
            List<String> said = sight.plain(name) ? upkeep.values(column.part(), record.value()) : List.of();
            return said.isEmpty() ? null : said.get(0);
        }
        Object value = sight.shown(
                name,
                upkeep.plan().view().get(record.value(), upkeep.plan().view().place(name)));
        return column.cell(value, upkeep.plan().json());
    }

    private Object plain(Object value) {
        return value instanceof List<?> || value instanceof Record
                ? upkeep.plan().json().write(value)
                : value;
    }

    private static void system(List<Object> cells, Kept<?> record, Set<String> wanted) {
        Map<String, Object> system = Map.of(
                "archived", record.archived(),
                "version", record.version(),
                "createdAt", record.createdAt().toString(),
                "createdBy", record.createdBy(),
                "changedAt", record.changedAt().toString(),
                "changedBy", record.changedBy());
        Columns.SYSTEM.stream().filter(name -> wants(wanted, name)).forEach(name -> cells.add(system.get(name)));
    }

    private static boolean wants(Set<String> wanted, String name) {
        return wanted == null || wanted.contains(name);
    }
}
