package org.colonnade.crm.internal.intake;

import java.io.Closeable;
import java.io.IOException;
import org.colonnade.crm.internal.file.Entries;

/**
 * A file that can be read.
 *
 * @param entries its cards or rows, from the first
 * @param format {@code vcard}, {@code csv} or {@code xlsx}
 * @param header what stands above refused rows; null for cards
 */
record Opened(Entries entries, String format, byte[] header) implements Closeable {

    /** Passes over so many. @return how many there were of them */
    long skip(long most) throws IOException {
        long skipped = 0;
        while (skipped < most && entries.skip()) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
