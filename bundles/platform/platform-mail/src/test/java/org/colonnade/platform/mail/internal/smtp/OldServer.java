package org.colonnade.platform.mail.internal.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A mail server without any extension; it has one conversation. */
final class OldServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> heard = new ArrayList<>();
    private final Thread thread = new Thread(this::talk, "old-server");

    OldServer() throws IOException {
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** The commands that came, when the conversation is over. */
    List<String> heard() throws InterruptedException {
        thread.join(10_000);
        return List.copyOf(heard);
    }

    private void talk() {
        try (Socket socket = door.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new java.io.OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            out.write("220 old\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line.split(" ")[0]);
                out.write(line.startsWith("QUIT") ? "221 bye\r\n" : "250 old\r\n");
                out.flush();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
