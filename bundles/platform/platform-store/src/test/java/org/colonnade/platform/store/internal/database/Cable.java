package org.colonnade.platform.store.internal.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The cable between the store and a database server: it can be cut, pulled tight so that nothing passes, and mended. */
final class Cable implements AutoCloseable {

    private final int server;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile ServerSocket entrance;
    private volatile Thread doorman;
    private volatile boolean silent;

    Cable(int server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = entrance.getLocalPort();
        accept(entrance);
    }

    int port() {
        return port;
    }

    /** As if the server were stopped. A thread that waits in accept may let one more in after the close, so its end is awaited. */
    void cut() throws IOException {
        entrance.close();
        try {
            doorman.join();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("while the cable was cut");
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** As if the network swallowed everything. */
    void silence() {
        silent = true;
    }

    void mend() throws IOException {
        if (silent) {
            silent = false;
            cut();
        }
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        entrance = again;
        accept(again);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void accept(ServerSocket at) {
        doorman = run(() -> {
            while (!at.isClosed()) {
                Socket in = at.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(in);
                sockets.add(out);
                run(() -> pass(in, out));
                run(() -> pass(out, in));
            }
        });
    }

    private void pass(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[8_192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!silent) {
                    out.write(buffer, 0, read);
                }
            }
        }
    }

    private static Thread run(Passing work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                Thread.currentThread().setName("cut: " + cut.getMessage());
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Passing {
        void run() throws IOException;
    }
}
