package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.event.BulkReaction;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.store.internal.database.SqlFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One reaction on its way through the log, an event at a time and in order; a {@link BulkReaction} takes several at once. Used by one
 * thread at a time.
 */
final class Lane {

    /** After so many tries the event is set aside. */
    static final int TRIES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int AHEAD = 100;
    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration PARTNER_PAUSE = Duration.ofSeconds(5);
    private static final int FAILURE_LENGTH = 1_000;

    private final Reaction<DomainEvent> reaction;
    private final Map<String, Class<? extends DomainEvent>> types;
    private final EventStore store;
    private final EventJson json = new EventJson();
    private final Deque<LoggedEvent> ahead = new ArrayDeque<>();
    private boolean enrolled;
    private long done = -1;
    private boolean flooded;

    /** Until then nothing is asked for: many wait, and more of them come. */
    private Instant quiet = Instant.MIN;

    /** So many events are taken one by one, because together they could not be. */
    private int alone;

    @SuppressWarnings("unchecked")
    Lane(Reaction<?> reaction, EventStore store) {
        this.reaction = (Reaction<DomainEvent>) reaction;
        this.types = this.reaction.events().stream()
                .collect(Collectors.toUnmodifiableMap(EventJson::typeOf, Function.identity()));
        this.store = store;
    }

    /** How a step ended. */
    enum Step {
        /** An event was taken, or set aside: there may be more. */
        DONE,
        /** Nothing to do until something happens. */
        IDLE,
        /** The next event failed before and its time has not come. */
        WAITING
    }

    String name() {
        return reaction.name();
    }

    /** Whether it rests after a lot for as long as that took: so many wait that others would feel it. */
    boolean rests() {
        return flooded;
    }

    /** Whether it waits for one of these. */
    boolean waitsFor(Set<String> some) {
        return types.keySet().stream().anyMatch(some::contains);
    }

    /**
     * Takes the next event.
     *
     * @param patient whether an event that failed waits for its time
     */
    Step step(boolean patient) throws SQLException {
        Optional<Tx> tx = store.transactions(reaction.module());
        if (tx.isEmpty()) {
            return Step.IDLE;
        }
        LoggedEvent event = next(patient);
        if (event == null) {
            return Step.IDLE;
        }
        List<LoggedEvent> lot = lot();
        try {
            if (event.position() <= done) {
                throw new IllegalStateException(
                        "The reaction asked for its work to be rolled back; it throws an exception instead");
            }
            if (!take(tx.get(), lot)) {
                // another node is at it
                ahead.clear();
                return Step.IDLE;
            }
            done = lot.get(lot.size() - 1).position();
            lot.forEach(taken -> ahead.remove());
            alone = Math.max(0, alone - 1);
            return Step.DONE;
        } catch (RuntimeException failure) {
            ahead.clear();
            if (lot.size() > 1) {
                alone = lot.size();
                done = -1;
                return Step.DONE;
            }
            return fail(event, failure);
        }
    }

    /** The next events that are taken together. */
    private List<LoggedEvent> lot() {
        int most = alone == 0 && reaction instanceof BulkReaction<?> bulk ? Math.max(1, bulk.most()) : 1;
        long company = ahead.element().company();
        return ahead.stream()
                .limit(most)
                .takeWhile(event -> event.company() == company)
                .toList();
    }

    /** Once more, outside the order, for a dead letter. */
    void retake(DeadLetters.Letter letter) {
        Tx tx = store.transactions(reaction.module()).orElseThrow(() -> SqlFaults.away(null));
        as(
                letter.event(),
                () -> tx.write(work -> {
                    Connection connection = work.unwrap(Connection.class);
                    if (DeadLetters.claim(connection, letter.id())) {
                        react(letter.event(), work);
                        DeadLetters.remove(work.unwrap(Connection.class), letter.id());
                    }
                    return null;
                }));
    }

    static String describe(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() <= FAILURE_LENGTH ? text : text.substring(0, FAILURE_LENGTH);
    }

    private LoggedEvent next(boolean patient) throws SQLException {
        if (!ahead.isEmpty()) {
            return ahead.peek();
        }
        if (patient && store.now().isBefore(quiet)) {
            return null;
        }
        try (Connection connection = store.connection()) {
            if (!enrolled) {
                Cursors.enrol(
                        connection,
                        name(),
                        reaction.module(),
                        List.copyOf(types.keySet()),
                        reaction.fromTheBeginning());
                enrolled = true;
            }
            Cursors.Cursor cursor = Cursors.find(connection, name());
            List<LoggedEvent> found = Log.after(connection, List.copyOf(types.keySet()), cursor.position(), AHEAD);
            if (patient && cursor.nextTry() != null && store.now().isBefore(cursor.nextTry())) {
                return null;
            }
            Duration patience = reaction instanceof BulkReaction<?> bulk ? bulk.patience() : Duration.ZERO;
            flooded = patient && found.size() == AHEAD && !patience.isZero();
            if (flooded && comesLater(connection, found.get(0), patience)) {
                return null;
            }
            ahead.addAll(found);
            return ahead.peek();
        }
    }

    /** Whether it is better to wait until no more come; every commit that is placed wakes the lane, so it remembers for how long. */
    private boolean comesLater(Connection connection, LoggedEvent oldest, Duration patience) throws SQLException {
        Instant now = store.now();
        Instant end = oldest.at().plus(patience);
        if (!end.isAfter(now)) {
            return false;
        }
        Instant calm = Log.newest(connection, types.keySet()).plus(CALM);
        quiet = calm.isBefore(end) ? calm : end;
        return quiet.isAfter(now);
    }

    /** Effect and place are stored together or not at all. */
    private boolean take(Tx tx, List<LoggedEvent> lot) {
        long last = lot.get(lot.size() - 1).position();
        return as(
                lot.get(0),
                () -> tx.write(work -> {
                    Optional<Long> position = Cursors.claim(work.unwrap(Connection.class), name());
                    if (position.isEmpty() || position.get() >= lot.get(0).position()) {
                        return position.isPresent() && position.get() == last;
                    }
                    if (lot.size() == 1) {
                        react(lot.get(0), work);
                    } else {
                        reactAll(lot, work);
                    }
                    Cursors.advance(work.unwrap(Connection.class), name(), last);
                    return true;
                }));
    }

    private void react(LoggedEvent event, Work work) throws SQLException {
        reaction.react(read(event), work);
    }

    private void reactAll(List<LoggedEvent> lot, Work work) throws SQLException {
        List<DomainEvent> events = new ArrayList<>();
        lot.forEach(event -> events.add(read(event)));
        ((BulkReaction<DomainEvent>) reaction).reactAll(events, work);
    }

    private DomainEvent read(LoggedEvent event) {
        return json.read(event.data(), types.get(event.type()));
    }

    private <T> T as(LoggedEvent event, Supplier<T> work) {
        try (Caller.Binding bound = new Caller(Actor.system("events"), event.requestId(), event.company()).bind();
                MDC.MDCCloseable log = MDC.putCloseable("operation", name())) {
            return work.get();
        }
    }

    private Step fail(LoggedEvent event, RuntimeException failure) throws SQLException {
        // a partner or a database that is away is no fault of the event
        boolean counts = !(SqlFaults.translate(failure) instanceof Unavailable);
        try (Connection connection = store.connection()) {
            connection.setAutoCommit(false);
            Optional<Long> position = Cursors.claim(connection, name());
            if (position.isEmpty() || position.get() >= event.position()) {
                return Step.IDLE;
            }
            int tries = Cursors.find(connection, name()).tries() + (counts ? 1 : 0);
            Step step =
                    tries < TRIES ? await(connection, tries, counts, failure) : setAside(connection, event, failure);
            connection.commit();
            return step;
        }
    }

    private Step await(Connection connection, int tries, boolean counts, RuntimeException failure) throws SQLException {
        Instant until = store.now().plus(counts ? FIRST_PAUSE.multipliedBy(1L << (tries - 1)) : PARTNER_PAUSE);
        Cursors.await(connection, name(), tries, until, describe(failure));
        return Step.WAITING;
    }

    private Step setAside(Connection connection, LoggedEvent event, RuntimeException failure) throws SQLException {
        as(event, () -> {
            LOG.error(
                    "The reaction {} could not take the event {} ({}) after {} tries; it is set aside",
                    name(),
                    event.type(),
                    event.subject(),
                    TRIES,
                    failure);
            return null;
        });
        DeadLetters.add(
                connection, new DeadLetters.Letter(store.newId(), name(), store.now(), describe(failure), event));
        Cursors.advance(connection, name(), event.position());
        return Step.DONE;
    }
}
