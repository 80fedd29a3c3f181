package org.colonnade.platform.shell.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/**
 * Carries frames: one byte for the kind, four for the length, the content. Reading and writing go on at the same time, so the channel
 * itself is used and not the streams over it, which lock each other out.
 */
public final class Wire implements AutoCloseable {

    private static final int HEAD = 5;
    private static final Frame.Kind[] KINDS = Frame.Kind.values();

    private final ByteChannel channel;
    private final Object writing = new Object();

    public Wire(ByteChannel channel) {
        this.channel = channel;
    }

    /** Connects to a Unix domain socket. */
    public static Wire to(SocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(address);
            return new Wire(channel);
        } catch (IOException | RuntimeException gone) {
            channel.close();
            throw gone;
        }
    }

    /** The next frame, or null when the other side has closed. */
    public Frame read() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        if (!fill(head)) {
            return null;
        }
        int kind = head.get();
        int length = head.getInt();
        if (kind < 0 || kind >= KINDS.length || length < 0 || length > Frame.MAX_LENGTH) {
            throw new IOException("The other side does not speak the console's protocol");
        }
        ByteBuffer data = ByteBuffer.allocate(length);
        if (!fill(data) && length > 0) {
            throw new EOFException("The connection ended within a frame");
        }
        return new Frame(KINDS[kind], data.array());
    }

    public void write(Frame frame) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + frame.data().length);
        bytes.put((byte) frame.kind().ordinal())
                .putInt(frame.data().length)
                .put(frame.data())
                .flip();
        synchronized (writing) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Whether the buffer could be filled; false if the other side closed before its first byte. */
    private boolean fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() == 0) {
                    return false;
                }
                throw new EOFException("The connection ended within a frame");
            }
        }
        buffer.flip();
        return true;
    }
}
