package org.colonnade.platform.api.series;

/**
 * A series as the function that needs it would have it.
 *
 * @param code what functions call it by, {@code <function>.<what>}: {@code finance.invoice}; never changes
 * @param name what people call it
 * @param pattern the number's text: {@code INV-{year}-{number:5}}. {@code {number}} or {@code {number:5}} (at least five digits) once; a
 *     yearly series also {@code {year}}, {@code {year2}} or {@code {endyear}}, a monthly one {@code {month}} too. The year is the one in
 *     which the fiscal year of the document's date begins ({@code endyear}: ends); in a series that never resets or resets monthly it is
 *     that of the date
 * @param reset when it begins again
 * @param yearStart the month with which a fiscal year begins, 1 to 12; counts for yearly series
 */
public record SeriesPlan(String code, String name, String pattern, Reset reset, int yearStart) {

    /** A yearly series by calendar years. */
    public static SeriesPlan yearly(String code, String name, String pattern) {
        return new SeriesPlan(code, name, pattern, Reset.YEARLY, 1);
    }
}
