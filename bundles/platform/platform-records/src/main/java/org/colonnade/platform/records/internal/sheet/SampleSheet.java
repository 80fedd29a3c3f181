package org.colonnade.platform.records.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.records.internal.shape.Plan;

/** A table of one row that an import takes as it stands: what the example of a kind of record says, as CSV (RFC 4180). */
public final class SampleSheet {

    private SampleSheet() {}

    /** The columns that the example fills, and the row. */
    public static <D extends Record> String of(Plan<?, D> plan) {
        D example = plan.kind()
                .draft()
                .cast(plan.json().read(plan.kind().example(), plan.kind().draft()));
        List<String> titles = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (Column column : new Columns(plan).all()) {
            int place = plan.draft().place(column.field().name());
            Object value =
                    column.part() != null || place < 0 ? null : plan.draft().get(example, place);
            if (value != null) {
                titles.add(quoted(column.title()));
                cells.add(quoted(column.cell(value, plan.json()).toString()));
            }
        }
        return String.join(",", titles) + '\n' + String.join(",", cells) + '\n';
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
