package org.colonnade.platform.api.series;

import java.time.Instant;
import java.time.LocalDate;
import org.colonnade.platform.api.Ref;

/**
 * A number that a record has for good.
 *
 * @param series the series' code
 * @param period where the series resets: {@code 2026}, {@code 2026-04}; empty where it never does
 * @param number 1..n without a gap in its period, unless the period was begun with a later one
 * @param text the number as people write it
 * @param record what has it
 * @param date the document's date
 * @param claimedBy who posted, as a reference
 * @param givenAt when it was given, UTC
 */
public record GivenNumber(
        String series,
        String period,
        long number,
        String text,
        Ref record,
        LocalDate date,
        String claimedBy,
        Instant givenAt) {}
