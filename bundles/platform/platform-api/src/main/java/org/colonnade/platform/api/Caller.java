package org.colonnade.platform.api;

import java.util.concurrent.Callable;

/**
 * On whose behalf the current thread works. The edge (REST, console, dispatcher) sets it around the call; the store reads it when it
 * writes down who did something.
 *
 * @param actor who acts
 * @param requestId names the request in answers, logs and events
 */
public record Caller(Actor actor, String requestId) {

    private static final Caller NOBODY = new Caller(Actor.system("platform"), "-");
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
    private static final Marker SILENT = caller -> () -> {};
    private static volatile Marker marker = SILENT;

    /** The thread's caller; the platform itself where nobody was set. */
    public static Caller current() {
        Caller caller = CURRENT.get();
        return caller == null ? NOBODY : caller;
    }

    /** Runs the work as this caller and puts the one before back. */
    public <T> T call(Callable<T> work) throws Exception {
        try (Binding bound = bind()) {
            return work.call();
        }
    }

    /** Makes this the thread's caller until the returned handle is closed, on the same thread. */
    public Binding bind() {
        Caller before = CURRENT.get();
        CURRENT.set(this);
        Binding mark = marker.mark(this);
        return () -> {
            mark.close();
            restore(before);
        };
    }

    /**
     * For the one who keeps the log: hears of each caller that is bound, until the binding is closed.
     *
     * @param watcher null for nobody
     * @since 1.3
     */
    public static void watched(Marker watcher) {
        marker = watcher == null ? SILENT : watcher;
    }

    private static void restore(Caller before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** Puts back the caller that was there before. */
    @FunctionalInterface
    public interface Binding extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Notes for the log on whose behalf a thread works. Quick, and never throws.
     *
     * @since 1.3
     */
    @FunctionalInterface
    public interface Marker {
        /** The thread works for the caller from now on, until what this answers is closed on the same thread. */
        Binding mark(Caller caller);
    }
}
