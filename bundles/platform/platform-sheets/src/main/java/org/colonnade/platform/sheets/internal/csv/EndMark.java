package org.colonnade.platform.sheets.internal.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text with one more row at its end. If that row does not come out again as a row, the one before it was cut off inside quotes, which
 * the parser would take for complete.
 */
final class EndMark extends FilterReader {

    static final String MARK = "\ufdd0colonnade end of the table\ufdd0";

    private final String tail = "\n" + MARK + "\n";
    private int given = -1;

    EndMark(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (given < 0) {
            int read = super.read(chars, offset, length);
            if (read >= 0) {
                return read;
            }
            given = 0;
        }
        if (given == tail.length()) {
            return -1;
        }
        int count = Math.min(length, tail.length() - given);
        tail.getChars(given, given + count, chars, offset);
        given += count;
        return count;
    }
}
