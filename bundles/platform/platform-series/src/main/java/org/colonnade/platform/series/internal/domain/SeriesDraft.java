package org.colonnade.platform.series.internal.domain;

import org.colonnade.platform.api.series.Reset;

/**
 * What a caller says of a series.
 *
 * @param code what functions call it by; never changes
 * @param name what people call it
 * @param pattern how its numbers read: {@code INV-{year}-{number:5}}
 * @param reset when it begins again with 1; yearly where it is missing
 * @param yearStart the month with which a fiscal year begins; 1 where it is missing
 */
public record SeriesDraft(String code, String name, String pattern, Reset reset, Integer yearStart) {

    public SeriesDraft {
        reset = reset == null ? Reset.YEARLY : reset;
        yearStart = yearStart == null ? 1 : yearStart;
    }
}
