package org.colonnade.platform.sheets.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colonnade.platform.api.text.Charsets;

/** Whether a file is UTF-8. */
final class Utf8 {

    private static final int PIECE = 1 << 16;

    private Utf8() {}

    /** Reads the whole file in pieces. @return the line in which it is no UTF-8, or 0 if it is */
    static long wrongFrom(Path file) throws IOException {
        CharsetDecoder decoder = Charsets.strict(StandardCharsets.UTF_8);
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
}
