package org.colonnade.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of HTTP/1.1 on a plain socket, with as little work of its own as possible. */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[1 << 14];

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * Sends a whole request and reads its answer.
     *
     * @return whether the server keeps the connection open
     * @throws IOException if the status is not 2xx
     */
    boolean exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        long length = 0;
        boolean chunked = false;
        boolean open = true;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            } else if (lower.startsWith("connection:")) {
                open = !lower.endsWith("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (status.charAt(9) != '2') {
            throw new IOException("The server answered " + status);
        }
        return open;
    }

    private void skipChunks() throws IOException {
        long length;
        do {
            length = Long.parseLong(line(), 16);
            in.skipNBytes(length);
            line();
        } while (length > 0);
    }

    private String line() throws IOException {
        int length = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            line[length++] = (byte) c;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
