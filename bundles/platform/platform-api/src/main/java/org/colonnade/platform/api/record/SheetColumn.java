package org.colonnade.platform.api.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A column that tables of such records have beside those of the fields: a part of a structure, as people write it into a sheet. It is
 * exported after the fields and imported after them.
 *
 * @param name the title, and what {@code key} names in an import
 * @param labels titles that mean the same, by language tag
 * @param field the field that it is a part of: who may see and set that one, may see and set this
 * @param values what a record says; the first is what is exported, an import by key finds the record by any of them
 * @param set the input with another value; null takes it out
 */
public record SheetColumn<V extends Record, D extends Record>(
        String name,
        Map<String, String> labels,
        String field,
        Function<V, List<String>> values,
        BiFunction<D, String, D> set) {

    public SheetColumn {
        labels = Map.copyOf(labels);
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(set, "set");
    }
}
