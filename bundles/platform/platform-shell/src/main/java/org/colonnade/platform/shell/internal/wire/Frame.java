package org.colonnade.platform.shell.internal.wire;

import java.nio.charset.StandardCharsets;

/**
 * One message between the console and its client: what it is, and its bytes.
 *
 * @param kind what it is
 * @param data its content; text is UTF-8
 */
public record Frame(Kind kind, byte[] data) {

    /** The longest content; more is sent in several frames. */
    public static final int MAX_LENGTH = 64 * 1024;

    public Frame {
        if (data.length > MAX_LENGTH) {
            throw new IllegalArgumentException("A frame holds at most " + MAX_LENGTH + " bytes");
        }
    }

    public static Frame of(Kind kind, String text) {
        return new Frame(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }

    /** What a frame is. The order is the protocol: new kinds go to the end. */
    public enum Kind {
        /** Client: the first frame; the {@link Greeting}. */
        GREETING,
        /** Client: keys that were pressed. */
        KEYS,
        /** Client: the terminal has a new size, as {@code columns rows}. */
        SIZE,
        /** Client: the line that was asked for. */
        ANSWER,
        /** Server: bytes for the standard output. */
        OUTPUT,
        /** Server: bytes for the standard error. */
        ERROR,
        /** Server: asks for one line; it is not shown while it is typed. The content is the prompt. */
        ASK_SECRET,
        /** Server: the last frame; the content is the exit status in decimal. */
        EXIT
    }
}
