package org.colonnade.platform.series.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.series.GivenNumber;

/**
 * Those of this node who wait for their numbers in one series. One of them gives numbers to all who are there; who comes meanwhile waits
 * for the next one who does. So many posters need few transactions, and a single one waits for nobody.
 */
final class WaitingRoom {

    /** So many numbers are remembered whose posters are still on the way from their commits. */
    private static final int EARLY = 1_000;

    private final Supplier<Numbering.Round> rounds;
    private final Function<String, Optional<GivenNumber>> search;
    private final Duration patience;
    private final Deque<Ticket> tickets = new ArrayDeque<>();
    private final Map<String, GivenNumber> early = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, GivenNumber> eldest) {
            return size() > EARLY;
        }
    };
    private boolean busy;

    /**
     * @param rounds gives numbers to those who wait in the database
     * @param search finds the number of a record
     */
    WaitingRoom(Supplier<Numbering.Round> rounds, Function<String, Optional<GivenNumber>> search, Duration patience) {
        this.rounds = rounds;
        this.search = search;
        this.patience = patience;
    }

    /**
     * The number of a record whose claim is stored.
     *
     * @return empty if there is neither number nor claim
     * @throws Unavailable {@code series.number.waiting}
     */
    Optional<GivenNumber> await(String subject) {
        GivenNumber before = early(subject);
        if (before != null) {
            return Optional.of(before);
        }
        Ticket mine = new Ticket(subject);
        long end = System.nanoTime() + patience.toNanos();
        if (enter(mine)) {
            serve(mine);
        }
        while (!mine.answered) {
            if (!heard(mine, end - System.nanoTime()) && leave(mine)) {
                throw new Unavailable(
                        "series.number.waiting",
                        "It is stored, but has no number yet; the number comes by itself.",
                        Duration.ofSeconds(2));
            }
            if (mine.serves) {
                serve(mine);
            }
        }
        return mine.given;
    }

    /** Gives numbers to all who wait, unless somebody does so already. */
    void sweep() {
        Ticket nobody = new Ticket("");
        if (take()) {
            try {
                while (round()) {
                    // until nobody waits
                }
            } finally {
                handOn(nobody);
            }
        }
    }

    private synchronized GivenNumber early(String subject) {
        return early.remove(subject);
    }

    private synchronized boolean take() {
        boolean free = !busy;
        busy = true;
        return free;
    }

    /** @return whether it is on this one to give the numbers */
    private synchronized boolean enter(Ticket ticket) {
        tickets.add(ticket);
        return take();
    }

    private void serve(Ticket mine) {
        try {
            do {
                round();
            } while (!mine.answered);
        } finally {
            handOn(mine);
        }
    }

    /** @return whether others may wait still */
    private boolean round() {
        List<Ticket> aboard;
        synchronized (this) {
            aboard = List.copyOf(tickets);
        }
        Numbering.Round round = rounds.get();
        Map<String, GivenNumber> given = new HashMap<>();
        round.given().forEach(number -> given.put(number.record().toString(), number));
        for (Ticket ticket : aboard) {
            GivenNumber number = given.remove(ticket.subject);
            if (number != null) {
                answer(ticket, Optional.of(number));
            } else {
                // another node gave it, or the record had it before
                Optional<GivenNumber> found = search.apply(ticket.subject);
                if (found.isPresent() || !round.more()) {
                    answer(ticket, found);
                }
            }
        }
        remember(given);
        return round.more();
    }

    /** Those whose posters have not come yet; some came just now. */
    private synchronized void remember(Map<String, GivenNumber> given) {
        for (Ticket ticket : List.copyOf(tickets)) {
            GivenNumber number = given.remove(ticket.subject);
            if (number != null) {
                answer(ticket, Optional.of(number));
            }
        }
        early.putAll(given);
    }

    private synchronized void answer(Ticket ticket, Optional<GivenNumber> number) {
        tickets.remove(ticket);
        ticket.given = number;
        ticket.answered = true;
        ticket.news.release();
    }

    private synchronized void handOn(Ticket mine) {
        mine.serves = false;
        tickets.remove(mine);
        Ticket next = tickets.peek();
        if (next == null) {
            busy = false;
        } else {
            next.serves = true;
            next.news.release();
        }
    }

    private static boolean heard(Ticket mine, long nanos) {
        try {
            return mine.news.tryAcquire(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @return whether this one is gone; not if there is news that came just now */
    private synchronized boolean leave(Ticket mine) {
        return !mine.answered && !mine.serves && tickets.remove(mine);
    }

    /** One who waits. */
    private static final class Ticket {

        private final String subject;
        private final Semaphore news = new Semaphore(0);
        private volatile Optional<GivenNumber> given = Optional.empty();
        private volatile boolean answered;
        private volatile boolean serves;

        Ticket(String subject) {
            this.subject = subject;
        }
    }
}
