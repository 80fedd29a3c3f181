package org.colonnade.platform.api;

import java.util.concurrent.Callable;

/**
 * On whose behalf the current thread works. The edge (REST, console, dispatcher) sets it around the call; the store reads it when it
 * writes down who did something.
 *
 * @param actor who acts
 * @param requestId names the request in answers, logs and events
 * @param company in which company: what it reads and writes of a function's records is that company's alone; {@link #EVERY_COMPANY} for
 *     the platform's own work over all of them
 */
public record Caller(Actor actor, String requestId, long company) {

    /**
     * The company that every installation begins with.
     *
     * @since 1.3
     */
    public static final long FIRST_COMPANY = 1;

    /**
     * No single company: work of the platform that looks for what is to be done anywhere. Whoever works so reads the records of all
     * companies and adds none; what it finds it does in the company of the record, see {@link #in}.
     *
     * @since 1.3
     */
    public static final long EVERY_COMPANY = 0;

    private static final Caller NOBODY = new Caller(Actor.system("platform"), "-", FIRST_COMPANY);
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
    private static final Marker SILENT = caller -> () -> {};
    private static volatile Marker marker = SILENT;

    /** In the company that this thread works in already. */
    public Caller(Actor actor, String requestId) {
        this(actor, requestId, current().company());
    }

    /** The thread's caller; the platform itself where nobody was set. */
    public static Caller current() {
        Caller caller = CURRENT.get();
        return caller == null ? NOBODY : caller;
    }

    /**
     * The same caller in another company, or in none of them.
     *
     * @param other a company's id, or {@link #EVERY_COMPANY}
     * @since 1.3
     */
    public Caller in(long other) {
        return other == company ? this : new Caller(actor, requestId, other);
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
