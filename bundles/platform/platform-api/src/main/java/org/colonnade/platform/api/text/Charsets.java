package org.colonnade.platform.api.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * In which character set bytes are text.
 *
 * @since 1.1
 */
public final class Charsets {

    private Charsets() {}

    /** The character set of that name, as callers write it; empty if it is not known here. */
    public static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** UTF-16 if the file begins like it, with a byte order mark or with Latin letters; else null. */
    public static Charset utf16(Path file) throws IOException {
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

    /** Says where bytes are no text instead of making something up. */
    public static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Puts U+FFFD where bytes are no text. */
    public static CharsetDecoder replacing(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
