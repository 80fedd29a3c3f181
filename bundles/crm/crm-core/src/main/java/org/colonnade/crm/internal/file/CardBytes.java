package org.colonnade.crm.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Takes a file apart into cards, byte by byte, so that each is decoded by itself. Never holds more than one card in memory. */
final class CardBytes implements Closeable {

    /** How much of what is no card is kept. */
    private static final int JUNK = 64 << 10;

    private static final int HEAD = 200;
    private static final Pattern EMPTY_AGENT = Pattern.compile("(?i)([^:;]*\\.)?AGENT(;[^:]*)?:\\s*");

    private final InputStream in;
    private final int largest;
    private final Deque<Piece> ready = new ArrayDeque<>();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private final StringBuilder head = new StringBuilder();
    private int depth;
    private long line;
    private long start = 1;
    private boolean tooLarge;
    private boolean agent;
    private boolean ended;
    private int pushedBack = -2;

    CardBytes(InputStream in, int largest) {
        this.in = in;
        this.largest = largest;
    }

    /** What a piece of the file is. */
    enum Kind {
        CARD,
        TOO_LARGE,
        NO_END,
        OUTSIDE
    }

    /**
     * A piece of the file.
     *
     * @param kind what it is
     * @param line where it begins
     * @param bytes as it came; the beginning only if it is too large
     */
    record Piece(Kind kind, long line, byte[] bytes) {}

    /** The next piece, or null at the end. */
    Piece next() throws IOException {
        while (ready.isEmpty() && !ended) {
            line++;
            boolean more = readLine();
            take(head.toString().strip());
            if (!more) {
                ended = true;
                finish(depth > 0 ? Kind.NO_END : Kind.OUTSIDE);
            }
        }
        return ready.poll();
    }

    private void take(String text) {
        boolean begins = text.equalsIgnoreCase("BEGIN:VCARD");
        if (begins && !(depth > 0 && agent)) {
            finish(depth > 0 ? Kind.NO_END : Kind.OUTSIDE);
            start = line;
        }
        depth += begins ? 1 : 0;
        keep();
        if (depth > 0 && text.equalsIgnoreCase("END:VCARD") && --depth == 0) {
            finish(tooLarge ? Kind.TOO_LARGE : Kind.CARD);
        }
        agent = depth > 0 && (text.isEmpty() ? agent : EMPTY_AGENT.matcher(text).matches());
    }

    private void finish(Kind kind) {
        byte[] bytes = piece.toByteArray();
        if (kind != Kind.OUTSIDE || !new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            ready.add(new Piece(kind, start, bytes));
        }
        piece.reset();
        tooLarge = false;
        depth = 0;
        start = line + 1;
    }

    private void keep() {
        int room = Math.max(0, (depth > 0 ? largest : JUNK) - piece.size());
        piece.write(current.toByteArray(), 0, Math.min(room, current.size()));
        tooLarge |= depth > 0 && (current.size() > room || current.size() >= largest);
    }

    /** Reads one line with its end, and its beginning into the head; false at the end of the file. */
    private boolean readLine() throws IOException {
        head.setLength(0);
        current.reset();
        int b;
        while ((b = read()) >= 0) {
            if (current.size() < largest) {
                current.write(b);
            }
            if (b == '\n') {
                return true;
            }
            if (b == '\r') {
                int after = read();
                if (after == '\n') {
                    current.write(after);
                } else {
                    pushedBack = after;
                }
                return true;
            }
            if (head.length() < HEAD) {
                head.append((char) b);
            }
        }
        return false;
    }

    private int read() throws IOException {
        if (pushedBack != -2) {
            int b = pushedBack;
            pushedBack = -2;
            return b;
        }
        return in.read();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
