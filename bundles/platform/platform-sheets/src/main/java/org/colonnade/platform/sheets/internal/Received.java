package org.colonnade.platform.sheets.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What somebody sends, up to a limit. */
final class Received extends FilterInputStream {

    private long left;

    Received(InputStream in, long limit) {
        super(in);
        left = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw Faults.tooLarge("The file is too large.");
        }
    }
}
