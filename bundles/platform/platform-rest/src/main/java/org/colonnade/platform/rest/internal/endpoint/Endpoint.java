package org.colonnade.platform.rest.internal.endpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.colonnade.platform.rest.internal.shortcut.Shortcuts;

/**
 * What answers below one function's path. Requests enter and leave; once it is retired nobody enters any more, and the last one to leave
 * takes it down.
 */
public final class Endpoint {

    private static final int RETIRED = 1 << 30;

    private final Bus bus;
    private final Server server;
    private final AbstractHTTPDestination destination;
    private final ClassLoader loader;
    private final Shortcuts shortcuts;
    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch down = new CountDownLatch(1);

    Endpoint(Bus bus, Server server, Shortcuts shortcuts) {
        this.shortcuts = shortcuts;
        this.bus = bus;
        this.server = server;
        this.loader = bus.getExtension(ClassLoader.class);
        this.destination = (AbstractHTTPDestination) server.getDestination();
    }

    /** Whether the request may stay; if so it must {@link #leave}. */
    boolean enter() {
        int now;
        do {
            now = inside.get();
            if (now >= RETIRED) {
                return false;
            }
        } while (!inside.compareAndSet(now, now + 1));
        return true;
    }

    public void leave() {
        if (inside.decrementAndGet() == RETIRED) {
            takeDown();
        }
    }

    /** Answers one request, on this thread. */
    public void answer(ServletConfig servlet, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            shortcuts.answer(request, response, () -> throughChain(servlet, request, response));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void throughChain(ServletConfig servlet, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
        try {
            destination.invoke(servlet, servlet.getServletContext(), request, response);
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }

    /** Lets nobody in any more. */
    void retire() {
        if (inside.getAndAdd(RETIRED) == 0) {
            takeDown();
        }
    }

    /** Waits until the last one has left. @return whether that happened in time */
    boolean awaitDown(Duration patience) {
        try {
            return down.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void takeDown() {
        server.destroy();
        down.countDown();
    }
}
