package org.colonnade.platform.api.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.problem.Unavailable;

/**
 * Streams of server-sent events, as the HTML standard reads them, that are open on this node. Each takes a thread of the server, so their
 * number is bounded: of one caller to a quarter of all. A stream looks into the database now and then, so it sees the work of every node,
 * and gives a sign of life when there is nothing to tell.
 *
 * @since 1.3
 */
public final class EventStreams {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SHARE = 4;

    private final String code;
    private final Supplier<Limits> limits;
    private final BooleanSupplier closing;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Ref, AtomicInteger> byOwner = new ConcurrentHashMap<>();

    /**
     * Streams of one kind.
     *
     * @param code of the problem when there are too many
     * @param limits as they hold now
     * @param closing whether the streams shall end because their bundle does
     */
    public EventStreams(String code, Supplier<Limits> limits, BooleanSupplier closing) {
        this.code = code;
        this.limits = limits;
        this.closing = closing;
    }

    /**
     * How much is allowed.
     *
     * @param streams at the same time
     * @param ends after which a stream is ended, so that its caller connects anew
     * @param look how often there is looked for news
     */
    public record Limits(int streams, Duration ends, Duration look) {}

    /** What a stream tells. */
    @FunctionalInterface
    public interface Source {

        /**
         * Looks for news and writes them.
         *
         * @return whether there can be more
         */
        boolean look(Sink sink) throws IOException;
    }

    /** Where news are written. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Writes an event.
         *
         * @param id what a caller that comes back sends as {@code Last-Event-ID}
         * @param name the event's name; null together with the data tells only the id, which browsers keep without waking anybody
         * @param data in one line; null for none
         */
        void event(String id, String name, String data) throws IOException;
    }

    /**
     * Writes events until the source has no more, the caller goes or is let in no more, or the time is up.
     *
     * @throws Unavailable with the streams' code, where there are too many on this node
     * @throws TooMany with the same code, where there are too many of this caller
     */
    public void watch(OutputStream out, Source source) throws IOException {
        Ref owner = Caller.current().actor().ref();
        enter(owner);
        try {
            new Stream(out).run(source);
        } catch (NotFound | Forbidden | Unauthenticated | Unavailable over) {
            // removed, signed out or the store is away: the stream ends, and what the caller hears next time says why
            out.flush();
        } finally {
            leave(owner);
        }
    }

    /** How many are open. */
    public int open() {
        return open.get();
    }

    /** The number that a caller that comes back has seen last; −1 where it says none. */
    public static long seen(String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : -1;
    }

    private void enter(Ref owner) {
        int most = limits.get().streams();
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw new Unavailable(code, "Too many streams are open on this node at the moment.", SOON);
        }
        AtomicInteger mine = byOwner.computeIfAbsent(owner, one -> new AtomicInteger());
        if (mine.incrementAndGet() > Math.max(1, most / SHARE)) {
            leave(owner);
            throw new TooMany(code, "You have too many streams open at the same time already.", SOON);
        }
    }

    private void leave(Ref owner) {
        open.decrementAndGet();
        byOwner.computeIfPresent(owner, (one, count) -> count.decrementAndGet() == 0 ? null : count);
    }

    /** One of them. */
    private final class Stream implements Sink {

        private final OutputStream out;
        private final long until = System.nanoTime() + limits.get().ends().toNanos();
        private long written = System.nanoTime();

        Stream(OutputStream out) {
            this.out = out;
        }

        void run(Source source) throws IOException {
            write("retry: 2000\n\n");
            while (System.nanoTime() < until && !closing.getAsBoolean()) {
                if (!source.look(this)) {
                    return;
                }
                if (System.nanoTime() - written > TimeUnit.MILLISECONDS.toNanos(HEARTBEAT.toMillis())) {
                    write(": still here\n\n");
                }
                LockSupport.parkNanos(limits.get().look().toNanos());
            }
        }

        @Override
        public void event(String id, String name, String data) throws IOException {
            String head = "id: " + id + '\n';
            write(data == null ? head + '\n' : head + "event: " + name + "\ndata: " + data + "\n\n");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            written = System.nanoTime();
        }
    }
}
