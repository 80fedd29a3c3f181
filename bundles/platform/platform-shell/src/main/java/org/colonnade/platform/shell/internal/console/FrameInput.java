package org.colonnade.platform.shell.internal.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.colonnade.platform.shell.internal.wire.Frame;
import org.colonnade.platform.shell.internal.wire.Wire;

/** The keys that come over the wire; a frame that is none goes to whoever asked for it. */
final class FrameInput extends InputStream {

    private final Wire wire;
    private volatile Consumer<Frame> others = frame -> {};
    private byte[] keys = {};
    private int next;

    FrameInput(Wire wire) {
        this.wire = wire;
    }

    void others(Consumer<Frame> receiver) {
        others = receiver;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (next == keys.length) {
            Frame frame = wire.read();
            if (frame == null) {
                return -1;
            }
            if (frame.kind() == Frame.Kind.KEYS) {
                keys = frame.data();
                next = 0;
            } else {
                others.accept(frame);
            }
        }
        int count = Math.min(length, keys.length - next);
        System.arraycopy(keys, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public int available() {
        return keys.length - next;
    }
}
