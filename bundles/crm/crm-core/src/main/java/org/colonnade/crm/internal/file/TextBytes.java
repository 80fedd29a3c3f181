package org.colonnade.crm.internal.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.text.Charsets;

/** The bytes of a file of cards as text. */
public final class TextBytes {

    private TextBytes() {}

    /**
     * The character set of that name; null if none is named.
     *
     * @throws Rejected {@code crm.import.charset}
     */
    public static Charset charset(String name) {
        return Texts.blank(name)
                ? null
                : Charsets.named(name)
                        .orElseThrow(() -> new Rejected("crm.import.charset", "The character set is not known here.")
                                .field("charset", "try utf-8, windows-1252 or tis-620"));
    }

    /** The text if the bytes are valid in the character set, else null. */
    static String strict(byte[] bytes, Charset charset) {
        try {
            return Charsets.strict(charset).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notThis) {
            return null;
        }
    }

    /** The same text in UTF-8 beside the file; the caller deletes it. */
    static Path transcoded(Path file, Charset charset) throws IOException {
        Path other = Files.createTempFile("colonnade-import", ".utf8");
        try (Reader in = new InputStreamReader(Files.newInputStream(file), charset);
                Writer out = Files.newBufferedWriter(other, StandardCharsets.UTF_8)) {
            in.transferTo(out);
        }
        return other;
    }

    /** The bytes of the file after a byte order mark. */
    static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        if (!(mark.length == 3 && (mark[0] & 0xff) == 0xef && (mark[1] & 0xff) == 0xbb && (mark[2] & 0xff) == 0xbf)) {
            in.reset();
        }
        return in;
    }
}
