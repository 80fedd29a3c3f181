package org.colonnade.platform.sheets.internal.xlsx;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.colonnade.platform.sheets.internal.Faults;

/** One part of a workbook while it is unpacked: no larger than it may be, and not out of all proportion. */
final class Part extends FilterInputStream {

    private static final long GRACE = 16 << 20;

    private final Workbook workbook;
    private final long most;
    private long size;

    Part(InputStream in, Workbook workbook, long packed, int ratio, long most) {
        super(in);
        this.workbook = workbook;
        this.most = Math.min(most, most(packed, ratio));
    }

    /** How large a part may become that is so large packed. */
    static long most(long packed, int ratio) {
        return Math.max(GRACE, Math.max(0, packed) * ratio);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(bytes, offset, length);
        } catch (ZipException | EOFException broken) {
            throw Faults.broken("");
        }
        if (count > 0) {
            size += count;
            workbook.count(count);
            if (size > most) {
                throw Faults.tooLarge("A part of the workbook becomes too large when it is unpacked.");
            }
        }
        return count;
    }
}
