package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.junit.Test;

public class ThresholdTest {

    @Test
    public void itSpeaksForAServerThatRunsAlready() throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        HandlerCollection handlers = new HandlerCollection(true);
        server.setHandler(handlers);
        server.start();
        try {
            Threshold threshold = new Threshold();
            handlers.addHandler(threshold);
            threshold.start();
            String starting =
                    ask(connector.getLocalPort(), "GET /api/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(starting, starting.startsWith("HTTP/1.1 503") && starting.contains("platform.starting"));
            assertTrue(starting, starting.contains("Retry-After: 2"));
            String broken = ask(connector.getLocalPort(), "NONSENSE\r\n\r\n");
            assertTrue(broken, broken.startsWith("HTTP/1.1 400") && broken.contains("platform.request.malformed"));
        } finally {
            server.stop();
        }
    }

    private static String ask(int port, String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
