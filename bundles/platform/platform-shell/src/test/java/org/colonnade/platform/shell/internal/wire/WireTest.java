package org.colonnade.platform.shell.internal.wire;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.Test;

public class WireTest {

    private final Loop loop = new Loop();
    private final Wire wire = new Wire(loop);

    @Test
    public void framesArriveInTheirOrderAndWhole() throws IOException {
        wire.write(Frame.of(Frame.Kind.OUTPUT, "grüße, สวัสดี"));
        wire.write(Frame.of(Frame.Kind.EXIT, ""));

        assertEquals("grüße, สวัสดี", wire.read().text());
        assertEquals(Frame.Kind.EXIT, wire.read().kind());
        assertNull(wire.read());
    }

    @Test
    public void longOutputTravelsInSeveralFrames() throws IOException {
        byte[] much = new byte[Frame.MAX_LENGTH + 10];
        Arrays.fill(much, (byte) 7);
        try (FrameOutput out = new FrameOutput(wire, Frame.Kind.OUTPUT)) {
            out.write(much);
        }

        assertEquals(Frame.MAX_LENGTH, wire.read().data().length);
        assertArrayEquals(Arrays.copyOf(much, 10), wire.read().data());
    }

    @Test
    public void whoSpeaksAnotherProtocolIsRefused() {
        loop.bytes.put("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThrows(IOException.class, wire::read);
    }

    @Test
    public void anEndWithinAFrameIsNoEmptyFrame() {
        loop.bytes.put(new byte[] {1, 0, 0});

        assertThrows(EOFException.class, wire::read);
    }

    @Test
    public void theGreetingSaysTheSameAtTheOtherEnd() {
        Greeting greeting = new Greeting("echo \"a b\"", "/home/anna", "xterm", 120, 40);

        assertEquals(greeting, Greeting.read(greeting.frame()));
        assertThrows(IllegalArgumentException.class, () -> Greeting.read(Frame.of(Frame.Kind.KEYS, "x")));
        assertThrows(IllegalArgumentException.class, () -> Greeting.read(null));
    }

    /** What is written is read again. */
    private static final class Loop implements ByteChannel {

        private final ByteBuffer bytes = ByteBuffer.allocate(1024 * 1024);

        @Override
        public int read(ByteBuffer target) {
            bytes.flip();
            int count = bytes.hasRemaining() ? 0 : -1;
            while (bytes.hasRemaining() && target.hasRemaining()) {
                target.put(bytes.get());
                count++;
            }
            bytes.compact();
            return count;
        }

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            bytes.put(source);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            bytes.clear();
        }
    }
}
