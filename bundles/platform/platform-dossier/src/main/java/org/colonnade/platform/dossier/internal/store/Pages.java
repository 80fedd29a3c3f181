package org.colonnade.platform.dossier.internal.store;

import java.util.List;
import java.util.function.Function;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;

/** A page from one row more than it shows. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(List<T> rows, PageRequest page, Function<T, String> cursor) {
        boolean more = rows.size() > page.limit();
        List<T> shown = more ? rows.subList(0, page.limit()) : rows;
        return new Page<>(shown, more ? cursor.apply(shown.get(shown.size() - 1)) : null);
    }
}
