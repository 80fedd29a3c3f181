package org.colonnade.platform.events.kafka.internal.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.events.kafka.internal.KafkaSettings;
import org.colonnade.platform.events.kafka.internal.Place;
import org.colonnade.platform.events.kafka.internal.store.Cursor;
import org.colonnade.platform.events.kafka.internal.store.CursorRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what has come to the log, company by company, on one thread of its own. One node sends for a company at a time; where it stands
 * moves on only when the brokers have acknowledged what lies behind, so everything arrives at least once.
 */
public final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long LOOK_MILLIS = 100;
    private static final Duration ALL = Duration.ofSeconds(1);

    /** Longer than the brokers are waited for; who gives no sign for so long has lost what it holds. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration LEASE_LEFT = Duration.ofSeconds(40);
    private static final int SLICES = 20;
    private static final int PATIENCE_SECONDS = 20;

    private final String node = UUID.randomUUID().toString();
    private final Tx tx;
    private final EventLog log;
    private final Companies companies;
    private final KafkaSettings settings;
    private final Clock clock;
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread made = new Thread(work, "colonnade-events-kafka");
        made.setDaemon(true);
        return made;
    });
    private Line line;
    private long head = -1;
    private Instant lookedAt = Instant.EPOCH;
    private volatile boolean closing;

    public Publisher(Tx tx, EventLog log, Companies companies, KafkaSettings settings, Clock clock) {
        this.tx = tx;
        this.log = log;
        this.companies = companies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to work in the background. */
    public void start() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.scheduleWithFixedDelay(this::round, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How many events the brokers have acknowledged since the start of this node. */
    public long published() {
        return published.get();
    }

    /** How many tries have failed since then. */
    public long failed() {
        return failed.get();
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        thread.execute(this::leave);
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        Line.forget();
    }

    private void leave() {
        hangUp();
        try {
            tx.inEachCompany(() -> tx.write(work -> {
                CursorRows.release(work, node);
                return null;
            }));
        } catch (RuntimeException away) {
            LOG.debug("What this node holds is free when its time is up", away);
        }
    }

    private void round() {
        Place place = settings.place();
        try {
            if (line != null && !line.place().equals(place)) {
                hangUp();
            }
            if (place == null || closing) {
                return;
            }
            long now = log.head();
            if (now == head && clock.instant().isBefore(lookedAt.plus(ALL))) {
                return;
            }
            lookedAt = clock.instant();
            tx.inEachCompany(() -> company(place));
            head = now;
        } catch (RuntimeException away) {
            LOG.debug("Events to Kafka wait for the database", away);
        }
    }

    private void company(Place place) {
        Optional<Company> company = companies.find(Caller.current().company());
        for (int i = 0; i < SLICES && company.isPresent() && !closing; i++) {
            Cursor cursor = hold();
            if (cursor == null || cursor.retryAt() != null && cursor.retryAt().isAfter(clock.instant())) {
                return;
            }
            EventLog.Slice slice = log.after(cursor.position(), place.filter(), EventLog.MOST);
            if (slice.through() == cursor.position()
                    || !send(place, company.get().code(), cursor, slice)) {
                return;
            }
        }
    }

    /** @return the company's place, if this node sends for it */
    private Cursor hold() {
        Instant now = clock.instant();
        Cursor seen = tx.read(CursorRows::find).orElse(null);
        if (seen != null && node.equals(seen.holder()) && seen.heldUntil().isAfter(now.plus(LEASE_LEFT))) {
            return seen;
        }
        return tx.write(work -> {
            if (seen == null) {
                CursorRows.add(work);
            }
            Cursor locked = CursorRows.tryLock(work).orElse(null);
            if (locked == null
                    || locked.holder() != null
                            && !locked.holder().equals(node)
                            && locked.heldUntil().isAfter(now)) {
                return null;
            }
            CursorRows.hold(work, locked, node, now.plus(LEASE));
            return locked;
        });
    }

    /** @return whether everything arrived and the place has moved on */
    private boolean send(Place place, String company, Cursor from, EventLog.Slice slice) {
        List<Entry> events = slice.events();
        Line.Sent sent = sent(place, company, events);
        published.addAndGet(sent.acknowledged());
        boolean all = sent.acknowledged() == events.size();
        long through = all
                ? slice.through()
                : sent.acknowledged() == 0
                        ? from.position()
                        : events.get(sent.acknowledged() - 1).position();
        String why = sent.failure() == null ? null : Reasons.of(sent.failure(), place);
        boolean moved = tx.write(work -> {
            Cursor now = CursorRows.lock(work).orElse(null);
            if (now == null || !node.equals(now.holder()) || now.position() != from.position()) {
                // somebody wants events once more, or another node sends
                return false;
            }
            Cursor next = through == now.position() ? now : now.reached(clock.instant(), through);
            CursorRows.store(work, why == null ? next : next.failed(clock.instant(), why));
            return true;
        });
        if (why != null) {
            failed.incrementAndGet();
            hangUp();
            if (from.failures() == 0) {
                LOG.warn("Events of {} wait for Kafka: {}", company, why, sent.failure());
            }
        }
        return moved && all;
    }

    private Line.Sent sent(Place place, String company, List<Entry> events) {
        if (events.isEmpty()) {
            return new Line.Sent(0, null);
        }
        try {
            if (line == null) {
                line = new Line(place);
            }
            return line.send(company, events);
        } catch (KafkaException failure) {
            return new Line.Sent(0, failure);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return new Line.Sent(0, hurry);
        }
    }

    private void hangUp() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
