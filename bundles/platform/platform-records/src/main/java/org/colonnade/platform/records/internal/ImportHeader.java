package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.records.internal.sheet.Column;
import org.colonnade.platform.records.internal.sheet.Columns;

/**
 * What the columns of an import mean.
 *
 * @param titles as they stand in the file
 * @param columns what each means; null for those that are not read or are read otherwise
 * @param custom by place the name of a custom field, or null
 * @param id the place of the id, or −1
 * @param tags the place of the tags, or −1
 * @param keys the keys by which records are found, each a list of field names; those whose columns are all there
 */
record ImportHeader(
        List<String> titles, List<Column> columns, List<String> custom, int id, int tags, List<List<String>> keys) {

    private static final String CUSTOM = "custom.";
    private static final String IGNORE = "ignore";

    /**
     * Finds out what the columns mean.
     *
     * @throws Rejected {@code platform.import.header} if a column is not known or is there twice, {@code platform.import.no-key}
     */
    static ImportHeader read(List<String> titles, ImportOrder order, Upkeep<?, ?> upkeep) {
        Columns known = new Columns(upkeep.plan());
        List<Column> columns = new ArrayList<>();
        List<String> custom = new ArrayList<>();
        Rejected refusal = new Rejected(
                "platform.import.header", "The header has columns that cannot be imported; map them or say ignore.");
        Set<String> seen = new HashSet<>();
        boolean refused = false;
        int id = -1;
        int tags = -1;
        for (int i = 0; i < titles.size(); i++) {
            String meant =
                    order.map().getOrDefault(titles.get(i), titles.get(i)).strip();
            Column column = known.named(meant);
            boolean ours = Columns.SYSTEM.contains(meant) || meant.equals(IGNORE) || meant.isEmpty();
            boolean settable = column == null || column.field().input();
            id = meant.equals("id") ? i : id;
            tags = meant.equals("tags") && upkeep.plan().field("tags") == null ? i : tags;
            boolean special = id == i || tags == i || meant.startsWith(CUSTOM);
            columns.add(ours || special || !settable ? null : column);
            custom.add(meant.startsWith(CUSTOM) ? meant.substring(CUSTOM.length()) : null);
            String fault = column == null && !ours && !special
                    ? "is no field of these records"
                    : !ours && !seen.add(meant) ? "is there twice" : null;
            if (fault != null) {
                refusal = refusal.field(shown(titles.get(i)), fault);
                refused = true;
            }
        }
        if (refused || columns.stream().allMatch(Objects::isNull) && id < 0) {
            throw refused ? refusal : refusal.field("header", "none of its columns is a field that can be set");
        }
        return new ImportHeader(titles, columns, custom, id, tags, keys(order, upkeep, columns));
    }

    private static String shown(String title) {
        return title.length() > 80 ? title.substring(0, 80) + '…' : title;
    }

    private static boolean compared(String field, Upkeep<?, ?> upkeep) {
        return upkeep.lists().targets(Actor.system("import"), Sight.CLEAR).apply(field) != null;
    }

    private static List<List<String>> keys(ImportOrder order, Upkeep<?, ?> upkeep, List<Column> columns) {
        Set<String> there = new HashSet<>();
        columns.stream()
                .filter(Objects::nonNull)
                .forEach(column -> there.add(column.key()));
        boolean named =
                order.key() != null && !order.key().isEmpty() && !order.key().equals("id");
        List<List<String>> wanted = named
                ? List.of(Arrays.asList(order.key().strip().split("\\s*,\\s*")))
                : upkeep.kind().keys();
        List<List<String>> usable = wanted.stream()
                .filter(key -> there.containsAll(key) && key.stream().allMatch(field -> compared(field, upkeep)))
                .toList();
        if (named && usable.isEmpty()) {
            throw new Rejected("platform.import.no-key", "The fields of the key are not all columns of the file by which records are found.")
                    .field("key", "names " + wanted.get(0));
        }
        return usable;
    }
}
