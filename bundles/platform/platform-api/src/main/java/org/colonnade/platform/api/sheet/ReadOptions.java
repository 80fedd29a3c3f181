package org.colonnade.platform.api.sheet;

/**
 * What is known about a table before it is read; null means that the file tells.
 *
 * @param format CSV or XLSX
 * @param sheet of a workbook: the name of the sheet; null for the first that can be seen
 * @param delimiter of CSV: the one character between the cells; null for whichever of comma, semicolon, tab and bar fits
 * @param charset of CSV: its name; null for UTF-8, or UTF-16 with a byte order mark
 * @param fallback of CSV: the charset of a file that turns out not to be UTF-8; null to refuse it
 */
public record ReadOptions(SheetFormat format, String sheet, String delimiter, String charset, String fallback) {

    /** The file tells everything. */
    public static final ReadOptions DETECT = new ReadOptions(null, null, null, null, null);

    /** The same, in this format. */
    public ReadOptions in(SheetFormat known) {
        return new ReadOptions(known, sheet, delimiter, charset, fallback);
    }

    /** The same, from the sheet of that name. */
    public ReadOptions sheet(String name) {
        return new ReadOptions(format, name, delimiter, charset, fallback);
    }

    /** The same, with this delimiter. */
    public ReadOptions delimiter(String character) {
        return new ReadOptions(format, sheet, character, charset, fallback);
    }

    /** The same, in this charset. */
    public ReadOptions charset(String name) {
        return new ReadOptions(format, sheet, delimiter, name, fallback);
    }

    /** The same, and a file that is not UTF-8 is in that charset. */
    public ReadOptions fallback(String name) {
        return new ReadOptions(format, sheet, delimiter, charset, name);
    }
}
