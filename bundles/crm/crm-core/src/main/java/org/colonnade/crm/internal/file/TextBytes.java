package org.colonnade.crm.internal.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colonnade.platform.api.problem.Rejected;

/** Finds out in which character set bytes are text. */
public final class TextBytes {

    private TextBytes() {}

    /**
     * The character set of that name.
     *
     * @throws Rejected {@code crm.import.charset}
     */
    public static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            throw new Rejected("crm.import.charset", "The character set is not known here.")
                    .field("charset", "try utf-8, windows-1252 or tis-620");
        }
    }

    /** The text if the bytes are valid in the character set, else null. */
    static String strict(byte[] bytes, Charset charset) {
        try {
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notThis) {
            return null;
        }
    }

    /** UTF-16 if the file begins like it, else null. */
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

    /** Whether the whole file is UTF-8; reads it in pieces. */
    public static boolean utf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
                bytes.position(bytes.position() + read).flip();
                if (decoder.decode(bytes, chars.clear(), false).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !decoder.decode(bytes.flip(), chars.clear(), true).isError();
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
