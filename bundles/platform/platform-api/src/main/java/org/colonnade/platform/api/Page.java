package org.colonnade.platform.api;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, in the list's order. In JSON {@code {"items": […], "next": "…"}}; {@code next} is left out on the last page.
 *
 * @param items the page's items
 * @param next the opaque cursor to send as {@code after} for the next page, or null when this is the last
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page with each item turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
