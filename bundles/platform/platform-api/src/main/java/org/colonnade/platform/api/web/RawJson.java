package org.colonnade.platform.api.web;

import java.util.Objects;

/**
 * An answer, or a part of one, whose JSON is there already: it is written as it stands, without being read again. Alone, as an item of a
 * {@link org.colonnade.platform.api.Page}, or wherever else an answer holds a value. What it holds is told by {@link Operation#answers}
 * and {@link Operation#of}.
 *
 * @param text one complete JSON value, written by ourselves; nobody looks it over
 */
public record RawJson(String text) {

    public RawJson {
        Objects.requireNonNull(text, "text");
    }
}
