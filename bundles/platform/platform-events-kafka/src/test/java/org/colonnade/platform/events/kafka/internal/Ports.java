package org.colonnade.platform.events.kafka.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address that nobody uses, below those that the system gives to clients. */
final class Ports {

    private static final int FIRST = 10_000;
    private static final int MANY = 5_000;

    private Ports() {}

    static int[] three() {
        return new int[] {one(), one(), one()};
    }

    private static int one() {
        for (int tries = 0; tries < 200; tries++) {
            int port = FIRST + ThreadLocalRandom.current().nextInt(MANY);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new AssertionError("No port of the loopback address is free");
    }
}
