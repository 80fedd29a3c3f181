package org.colonnade.platform.shell.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** An output stream whose bytes travel as frames of one kind; each write is one frame, so wrap it in a buffer. */
public final class FrameOutput extends OutputStream {

    private final Wire wire;
    private final Frame.Kind kind;

    public FrameOutput(Wire wire, Frame.Kind kind) {
        this.wire = wire;
        this.kind = kind;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int from = offset; from < offset + length; from += Frame.MAX_LENGTH) {
            int to = Math.min(from + Frame.MAX_LENGTH, offset + length);
            wire.write(new Frame(kind, Arrays.copyOfRange(bytes, from, to)));
        }
    }
}
