package org.colonnade.platform.webhooks.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.webhooks.internal.domain.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane at work on this node: some letters of one subscriber are on their way at the same time, never two of one subject. A subscriber
 * that is slow has its own few on their way and holds up nobody.
 */
final class Route {

    private static final Logger LOG = LoggerFactory.getLogger(Route.class);

    /** What waited longer is asked for anew: its owner may see less by now. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Lane lane;
    private final Office office;
    private final Ledger ledger;
    private final Executor looking;
    private final Executor sending;
    private final AtomicInteger wakes = new AtomicInteger();
    private final Deque<Letter> ready = new ArrayDeque<>();
    private final Set<String> busy = new HashSet<>();
    private boolean closed;

    Route(long subscriber, Office office, Executor looking, Executor sending) {
        this.lane = new Lane(subscriber, office);
        this.office = office;
        this.ledger = new Ledger(office);
        this.looking = looking;
        this.sending = sending;
    }

    /** There may be something to do; wakes that come meanwhile are not lost. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            submit();
        }
    }

    /** Ends it if nothing is on its way. @return whether it has ended */
    synchronized boolean leave() {
        closed |= busy.isEmpty();
        return closed;
    }

    /** Nothing more is begun. @return how many are on their way still */
    synchronized int close() {
        closed = true;
        ready.clear();
        return busy.size();
    }

    private void submit() {
        try {
            looking.execute(this::run);
        } catch (RejectedExecutionException closing) {
            LOG.trace("Not looked any more, the platform stops", closing);
        }
    }

    private void run() {
        int seen = wakes.get();
        try {
            look();
        } catch (RuntimeException failure) {
            // the database is away or busy; the next round comes soon
            LOG.debug("Webhooks wait", failure);
        }
        if (!wakes.compareAndSet(seen, 0)) {
            wakes.set(0);
            wake();
        }
    }

    private void look() {
        Set<String> subjects;
        synchronized (this) {
            boolean enough = !ready.isEmpty()
                    && ready.peek().seenAt().isAfter(office.now().minus(FRESH));
            if (closed || enough || busy.size() >= office.settings().now().atOnce()) {
                return;
            }
            ready.clear();
            subjects = Set.copyOf(busy);
        }
        List<Letter> letters = lane.look(subjects);
        synchronized (this) {
            letters.stream()
                    .filter(letter -> !busy.contains(letter.delivery().subject()))
                    .forEach(ready::add);
        }
        send();
    }

    /** Sends as many as may be on their way. */
    private void send() {
        Letter next = next();
        while (next != null) {
            Letter letter = next;
            try {
                sending.execute(() -> send(letter));
            } catch (RejectedExecutionException full) {
                // all threads are taken; the next round tries again
                over(letter);
                return;
            }
            next = next();
        }
    }

    private synchronized Letter next() {
        Instant stale = office.now().minus(FRESH);
        while (!closed && busy.size() < office.settings().now().atOnce() && !ready.isEmpty()) {
            Letter letter = ready.remove();
            if (letter.seenAt().isAfter(stale) && busy.add(letter.delivery().subject())) {
                return letter;
            }
        }
        return null;
    }

    private synchronized void over(Letter letter) {
        busy.remove(letter.delivery().subject());
    }

    private void send(Letter letter) {
        boolean taken = false;
        try {
            Outcome outcome = office.courier().take(letter.url(), letter.secrets(), letter.event());
            taken = outcome.taken();
            ledger.note(letter.delivery(), outcome);
        } catch (RuntimeException failure) {
            // it was sent and could not be written down: it is sent again
            LOG.debug("How a webhook went could not be stored", failure);
        } finally {
            over(letter);
        }
        boolean empty;
        synchronized (this) {
            if (!taken) {
                // what follows depends on what was written down
                ready.clear();
            }
            empty = ready.isEmpty();
        }
        if (empty) {
            wake();
        } else {
            send();
        }
    }
}
