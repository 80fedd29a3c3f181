package org.colonnade.platform.sheets.internal;

/**
 * The configuration in the terms of the work.
 *
 * @param columns of a table
 * @param cell in characters
 * @param received bytes of a stream
 * @param unpacked bytes of all parts together
 * @param texts bytes of the table of texts
 * @param ratio between unpacked and packed
 * @param parts of a workbook
 */
public record Limits(int columns, int cell, long received, long unpacked, long texts, int ratio, int parts) {

    private static final int MEBIBYTE = 20;

    static Limits of(SheetsConfig config) {
        return new Limits(
                within(config.columns(), 1, 16_384),
                within(config.cellCharacters(), 100, 1 << 22),
                (long) within(config.receivedMegabytes(), 1, 102_400) << MEBIBYTE,
                (long) within(config.unpackedMegabytes(), 1, 102_400) << MEBIBYTE,
                (long) within(config.textsMegabytes(), 1, 4096) << MEBIBYTE,
                within(config.ratio(), 10, 1000),
                within(config.parts(), 10, 100_000));
    }

    private static int within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
