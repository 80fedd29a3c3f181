package org.colonnade.platform.calendar.internal.domain;

import java.time.LocalDate;

/**
 * Days on which it is closed.
 *
 * @param from the first day
 * @param until the last day; the first if missing
 * @param name why; may be missing
 * @param uid the event of the feed that it came with; null for one that somebody wrote down
 */
public record Closure(LocalDate from, LocalDate until, String name, String uid) {

    /** The same with its last day. */
    Closure whole() {
        return new Closure(
                from, until == null ? from : until, name == null || name.isBlank() ? null : name.strip(), uid);
    }
}
