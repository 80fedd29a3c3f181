package org.colonnade.platform.rest.internal.endpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
    private static final ThreadLocal<Endpoint> HERE = new ThreadLocal<>();

    private final Bus bus;
    private final Server server;
    private final AbstractHTTPDestination destination;
    private final ClassLoader loader;
    private final Shortcuts shortcuts;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger aside = new AtomicInteger();

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
            server.destroy();
        }
        tell();
    }

    /**
     * Does what may take functions away. The request that this thread answers waits for them to leave, so they do not wait for it.
     *
     * @param change what is done
     * @return what it gave
     */
    public static <T> T aside(Supplier<T> change) {
        Endpoint here = HERE.get();
        if (here == null) {
            return change.get();
        }
        here.aside.incrementAndGet();
        here.tell();
        try {
            return change.get();
        } finally {
            here.aside.decrementAndGet();
        }
    }

    /** Answers one request, on this thread. */
    public void answer(ServletConfig servlet, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        HERE.set(this);
        try {
            shortcuts.answer(request, response, () -> throughChain(servlet, request, response));
        } finally {
            HERE.remove();
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
            server.destroy();
        }
    }

    /** Waits, after it was retired, until all have left but those that stand aside. @return whether that happened in time */
    synchronized boolean awaitEmpty(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (inside.get() - aside.get() > RETIRED) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell() {
        if (inside.get() >= RETIRED) {
            synchronized (this) {
                notifyAll();
            }
        }
    }
}
