package org.colonnade.crm.internal.file;

import java.util.List;
import java.util.function.Supplier;
import org.colonnade.crm.internal.domain.PartyContent;

/**
 * One card or row of a file.
 *
 * @param position its place in the file, from 1
 * @param line where it begins in the file, from 1
 * @param size about how many bytes it has
 * @param source gives it as it came
 * @param content what it says; null if it was refused
 * @param code why it was refused; null otherwise
 * @param messages for people
 * @param damaged whether something of it could not be read and the raw form is worth keeping
 */
public record Entry(
        long position,
        long line,
        int size,
        Supplier<byte[]> source,
        PartyContent content,
        String code,
        List<String> messages,
        boolean damaged) {

    public Entry {
        messages = List.copyOf(messages);
    }

    /** One that cannot be taken. */
    public static Entry refused(long position, long line, byte[] raw, String code, String message) {
        return new Entry(position, line, raw.length, () -> raw, null, code, List.of(message), true);
    }

    /** The same one, refused after all. */
    public Entry refused(String why, List<String> reasons) {
        return new Entry(position, line, size, source, null, why, reasons, true);
    }

    /** As it came. */
    public byte[] raw() {
        return source.get();
    }
}
