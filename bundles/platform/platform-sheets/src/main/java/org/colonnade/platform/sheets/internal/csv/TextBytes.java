package org.colonnade.platform.sheets.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colonnade.platform.sheets.internal.Faults;

/** Finds out in which character set bytes are text. */
final class TextBytes {

    private static final int PIECE = 1 << 16;

    private TextBytes() {}

    /** The character set of that name. {@code platform.sheet.option}. */
    static Charset charset(String field, String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            throw Faults.option(field, "is no character set known here; try utf-8, windows-1252 or tis-620");
        }
    }

    /** UTF-16 if the file begins like it, with a byte order mark or with Latin letters; else null. */
    static Charset utf16(Path file) throws IOException {
        byte[] start = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(start, 0, 4) < 2) {
                return null;
            }
        }
        int first = start[0] & 0xff;
        int second = start[1] & 0xff;
        if (first == 0xff && second == 0xfe || first != 0 && second == 0 && start[2] != 0 && start[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xfe && second == 0xff || first == 0 && second != 0 && start[2] == 0 && start[3] != 0
                ? StandardCharsets.UTF_16BE
                : null;
    }

    /** Reads the whole file in pieces. @return the line in which it is no UTF-8, or 0 if it is */
    static long notUtf8(Path file) throws IOException {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        CharBuffer chars = CharBuffer.allocate(PIECE);
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            do {
                read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                boolean wrong = decoder.decode(bytes, chars.clear(), read < 0).isError();
                chars.flip();
                while (chars.hasRemaining()) {
                    line += chars.get() == '\n' ? 1 : 0;
                }
                if (wrong) {
                    return line;
                }
                bytes.compact();
            } while (read >= 0);
            return 0;
        }
    }

    /** Says where bytes are no text instead of making something up. */
    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
