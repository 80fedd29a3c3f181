package org.colonnade.platform.api.sheet;

import java.util.List;
import java.util.Objects;

/**
 * How a table is written.
 *
 * @param titles what stands above the columns, again on each further sheet of a workbook; empty for no header
 * @param sheet of a workbook: the name of its sheet, 1 to 31 characters without {@code : \ / ? * [ ]}; further ones get a number behind it
 * @param delimiter of CSV: what stands between the cells
 * @param byteOrderMark of CSV: whether the file begins with U+FEFF, by which some spreadsheets recognise UTF-8
 */
public record WriteOptions(List<String> titles, String sheet, char delimiter, boolean byteOrderMark) {

    public WriteOptions {
        titles = List.copyOf(titles);
        Objects.requireNonNull(sheet, "sheet");
    }

    /** A table with these titles; comma, no byte order mark. */
    public static WriteOptions titled(List<String> titles) {
        return new WriteOptions(titles, "Sheet", ',', false);
    }

    /** The same, on a sheet of that name. */
    public WriteOptions sheet(String name) {
        return new WriteOptions(titles, name, delimiter, byteOrderMark);
    }

    /** The same, with this delimiter. */
    public WriteOptions delimiter(char character) {
        return new WriteOptions(titles, sheet, character, byteOrderMark);
    }

    /** The same, beginning with a byte order mark. */
    public WriteOptions withByteOrderMark() {
        return new WriteOptions(titles, sheet, delimiter, true);
    }
}
