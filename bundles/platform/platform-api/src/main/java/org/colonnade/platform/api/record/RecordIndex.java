package org.colonnade.platform.api.record;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.colonnade.platform.api.dossier.Lookup;

/**
 * What lists of a kind can be asked for beside its fields: what stands in columns that are no fields, what lies in the function's other
 * tables, and where words are looked for. All names of tables and columns are constants of the function; none comes from a caller.
 *
 * @param columns of the kind's own table; lists are filtered and sorted by them
 * @param besides of other tables; lists are filtered by them
 * @param words where a search by words looks; null for the kind's own {@code search_text}
 */
public record RecordIndex<V extends Record>(List<Column<V>> columns, List<Beside> besides, Words<V> words) {

    public RecordIndex {
        columns = List.copyOf(columns);
        besides = List.copyOf(besides);
    }

    /** Nothing beside the fields. */
    public static <V extends Record> RecordIndex<V> none() {
        return new RecordIndex<>(List.of(), List.of(), null);
    }

    /**
     * A text in a column of the kind's table.
     *
     * @param name what callers call it
     * @param field the field that it is made of: it is offered to those who may see that one
     * @param column the column
     * @param nullable whether a row may have none
     * @param value the same, made of a record
     */
    public record Column<V extends Record>(
            String name, String field, String column, boolean nullable, Function<V, String> value) {

        public Column {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Values in another table.
     *
     * @param name what callers call them
     * @param field the field that they are made of: they are offered to those who may see that one. A field of another kind is written
     *     {@code <module>:<type>.<field>} (since 1.2)
     * @param lookup where they lie
     */
    public record Beside(String name, String field, Lookup lookup) {

        public Beside {
            Objects.requireNonNull(lookup, "lookup");
        }
    }

    /**
     * Where a search by words looks.
     *
     * @param table the table
     * @param recordColumn its column with the record's number
     * @param textColumn its column with the text
     * @param patterns what was typed, as patterns for {@code LIKE … ESCAPE '!'} that must all hold; throws
     *     {@link org.colonnade.platform.api.problem.Rejected} for what cannot be looked for. The first seven stand within what one field
     *     says
     * @param seen makes the text of what somebody sees of a record, whom only those fields are shown; what it says of a field stands in
     *     the table's text too. Null where words are looked for in everything or not at all (since 1.2)
     */
    public record Words<V extends Record>(
            String table,
            String recordColumn,
            String textColumn,
            Function<String, List<String>> patterns,
            BiFunction<V, Predicate<String>, String> seen) {

        public Words {
            Objects.requireNonNull(patterns, "patterns");
        }

        /** Where words are looked for in everything or not at all. */
        public Words(String table, String recordColumn, String textColumn, Function<String, List<String>> patterns) {
            this(table, recordColumn, textColumn, patterns, null);
        }
    }
}
