package org.colonnade.platform.sheets.internal;

import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;

/** What can be wrong with a file, each with its code. */
public final class Faults {

    private Faults() {}

    public static Malformed broken(String where) {
        return new Malformed(
                "platform.sheet.broken",
                "The file cannot be read to its end: it is damaged or not complete" + where + ".");
    }

    public static Malformed row(long number, String what) {
        return new Malformed("platform.sheet.broken-row", "The row that begins in line " + number + ' ' + what + ".");
    }

    public static Malformed notText(long number) {
        return new Malformed(
                "platform.sheet.not-text",
                "The row " + number + " holds U+0000 or half of a surrogate pair, which is not text.");
    }

    public static Malformed xmlRefused() {
        return new Malformed(
                "platform.sheet.xml-refused",
                "The workbook declares XML entities or a document type; that is not read.");
    }

    public static Rejected tooManyColumns(long number, int most) {
        return new Rejected(
                "platform.sheet.too-many-columns", "The row " + number + " has more than " + most + " columns.");
    }

    public static Rejected cellTooLong(long number, int most) {
        return new Rejected(
                "platform.sheet.cell-too-long",
                "The row " + number + " has a cell of more than " + most
                        + " characters, or a quote that is never closed.");
    }

    public static Rejected tooLarge(String sentence) {
        return new Rejected("platform.sheet.too-large", sentence);
    }

    public static Rejected option(String field, String sentence) {
        return new Rejected("platform.sheet.option", "The file cannot be read or written in this way.")
                .field(field, sentence);
    }
}
