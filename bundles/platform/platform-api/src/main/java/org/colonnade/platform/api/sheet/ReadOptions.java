package org.colonnade.platform.api.sheet;

/**
 * What is known about a table before it is read; null means that the file tells.
 *
 * @param format CSV or XLSX
 * @param sheet of a workbook: the name of the sheet; null for the first that can be seen
 * @param delimiter of CSV: the one character between the cells; null for whichever of comma, semicolon, tab and bar fits
 * @param charset of CSV: its name; null for UTF-8, or UTF-16 with a byte order mark
 * @param fallback of CSV: the charset of a file that turns out not to be UTF-8; null to refuse it
 * @param lenient of CSV: takes what people's programs write, for callers that look at each row themselves: text behind a closing quote,
 *     cells of up to 4 Mi characters, cells that hold U+0000 or half of a surrogate pair, and U+FFFD for bytes that are no text
 */
public record ReadOptions(
        SheetFormat format, String sheet, String delimiter, String charset, String fallback, boolean lenient) {

    /** The file tells everything. */
    public static final ReadOptions DETECT = new ReadOptions(null, null, null, null, null);

    /** Strictly: a row that is guessed at is a wrong record. */
    public ReadOptions(SheetFormat format, String sheet, String delimiter, String charset, String fallback) {
        this(format, sheet, delimiter, charset, fallback, false);
    }

    /** The same, in this format. */
    public ReadOptions in(SheetFormat known) {
        return new ReadOptions(known, sheet, delimiter, charset, fallback, lenient);
    }

    /** The same, from the sheet of that name. */
    public ReadOptions sheet(String name) {
        return new ReadOptions(format, name, delimiter, charset, fallback, lenient);
    }

    /** The same, with this delimiter. */
    public ReadOptions delimiter(String character) {
        return new ReadOptions(format, sheet, character, charset, fallback, lenient);
    }

    /** The same, in this charset. */
    public ReadOptions charset(String name) {
        return new ReadOptions(format, sheet, delimiter, name, fallback, lenient);
    }

    /** The same, and a file that is not UTF-8 is in that charset. */
    public ReadOptions fallback(String name) {
        return new ReadOptions(format, sheet, delimiter, charset, name, lenient);
    }

    /**
     * The same, leniently.
     *
     * @since 1.1
     */
    public ReadOptions leniently() {
        return new ReadOptions(format, sheet, delimiter, charset, fallback, true);
    }
}
