package org.colonnade.platform.webhooks.internal.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.store.Cursor;
import org.colonnade.platform.webhooks.internal.store.CursorRows;
import org.colonnade.platform.webhooks.internal.store.Delivery;
import org.colonnade.platform.webhooks.internal.store.DeliveryRows;

/**
 * One subscriber on its way through the log: looks what has come for it, and whose turn it is. Used by one thread at a time, and by one
 * node at a time: the node that holds it.
 */
final class Lane {

    /** A node that gives no sign for so long has lost what it holds. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** It is prolonged when less is left: more than any attempt takes. */
    static final Duration LEASE_LEFT = Duration.ofSeconds(24);

    /** So many may wait; more stay in the log. */
    private static final int WINDOW = 1_000;

    private static final long SKIM = 500;
    private static final Duration SKIM_TIME = Duration.ofSeconds(2);
    private static final int SLICES = 20;
    private static final int LETTERS = 200;
    private static final Duration KNOWN = Duration.ofSeconds(1);

    private final long subscriber;
    private final Office office;
    private Known known;
    private long skimmedFrom = -1;
    private long skimmed;
    private Instant storedAt = Instant.EPOCH;

    Lane(long subscriber, Office office) {
        this.subscriber = subscriber;
        this.office = office;
    }

    /** What does not change with each event; asked anew each second. */
    private record Known(Kept<Subscriber> kept, Actor owner, List<String> secrets, Instant at) {}

    /**
     * Looks once.
     *
     * @param busy the subjects of which something is on its way
     * @return what can be sent now
     */
    List<Letter> look(Set<String> busy) {
        Instant now = office.now();
        Known who = known(now);
        if (who == null) {
            return List.of();
        }
        Cursor cursor = hold(now);
        if (cursor == null || cursor.retryAt() != null && cursor.retryAt().isAfter(now)) {
            return List.of();
        }
        feed(cursor, who, now);
        List<Delivery> pending = office.tx().read(work -> DeliveryRows.pending(work, subscriber, WINDOW));
        List<Delivery> turn = Turns.of(pending, busy, cursor.failures(), now);
        return letters(turn.subList(0, Math.min(LETTERS, turn.size())), who, now);
    }

    /** Null where nothing can be sent: put away, switched off, without a secret, or its owner is not there. */
    private Known known(Instant now) {
        if (known == null || known.at().plus(KNOWN).isBefore(now) || known.at().isAfter(now)) {
            known = office.tx().read(work -> {
                Optional<Kept<Subscriber>> kept = office.desk().find(work, List.of(Tsid.text(subscriber))).stream()
                        .findFirst();
                if (kept.isEmpty()
                        || kept.get().archived()
                        || !kept.get().value().active()) {
                    return null;
                }
                List<String> secrets = office.secrets().valid(work, subscriber, now);
                Optional<Actor> owner = office.owners().now(kept.get().value().owner());
                return owner.isEmpty() || secrets.isEmpty() ? null : new Known(kept.get(), owner.get(), secrets, now);
            });
        }
        return known;
    }

    /** The cursor, if this node sends; null if another does, or it is paused. */
    private Cursor hold(Instant now) {
        Cursor cursor =
                office.tx().read(work -> CursorRows.find(work, subscriber)).orElse(null);
        if (cursor == null || cursor.pausedCode() != null) {
            return null;
        }
        if (ours(cursor) && cursor.heldUntil().isAfter(now.plus(LEASE_LEFT))) {
            return cursor;
        }
        return office.tx().write(work -> {
            Optional<Cursor> locked = CursorRows.tryLock(work, subscriber);
            if (locked.isEmpty()
                    || locked.get().pausedCode() != null
                    || !ours(locked.get())
                            && locked.get().holder() != null
                            && locked.get().heldUntil().isAfter(now)) {
                return null;
            }
            CursorRows.hold(work, subscriber, office.node(), now.plus(LEASE));
            return locked.get();
        });
    }

    private boolean ours(Cursor cursor) {
        return office.node().equals(cursor.holder());
    }

    /**
     * Takes what has come from the log, as far as there is room for it; the rest waits there. Where nothing has come for this subscriber
     * the position is stored now and then only.
     */
    private void feed(Cursor cursor, Known who, Instant now) {
        EventFilter filter = new EventFilter(who.kept().value().events());
        long position = cursor.position() == skimmedFrom ? skimmed : cursor.position();
        long stored = cursor.position();
        long waiting = office.tx().read(work -> DeliveryRows.waiting(work, subscriber));
        for (int i = 0; i < SLICES && waiting < WINDOW / 2; i++) {
            EventLog.Slice slice = office.log().after(position, filter, WINDOW / 4);
            if (slice.through() == position) {
                return;
            }
            List<Entry> seen = office.sight().seen(who.owner(), slice.events());
            long from = stored;
            position = slice.through();
            if (seen.isEmpty()
                    && position - from < SKIM
                    && storedAt.plus(SKIM_TIME).isAfter(now)) {
                skimmedFrom = from;
                skimmed = position;
                continue;
            }
            if (!office.tx().write(work -> take(work, from, slice.through(), seen, now))) {
                return;
            }
            stored = position;
            storedAt = now;
            waiting += seen.size();
        }
    }

    /** Stores what has come together with the new position; not if somebody else has moved it. */
    private boolean take(Work work, long from, long through, List<Entry> events, Instant now) throws SQLException {
        Optional<Cursor> cursor = CursorRows.lock(work, subscriber);
        if (cursor.isEmpty() || cursor.get().position() != from || !ours(cursor.get())) {
            return false;
        }
        DeliveryRows.add(work, subscriber, events, now);
        CursorRows.move(work, subscriber, through);
        return true;
    }

    /** The events as the owner sees them at this moment; what it does not see any more is not sent. */
    private List<Letter> letters(List<Delivery> turn, Known who, Instant now) {
        if (turn.isEmpty()) {
            return List.of();
        }
        List<Entry> events =
                office.log().at(turn.stream().map(Delivery::position).collect(Collectors.toSet()));
        Map<Long, Entry> seen = office.sight().seen(who.owner(), events).stream()
                .collect(Collectors.toMap(Entry::position, Function.identity()));
        List<Letter> letters = new ArrayList<>();
        List<Delivery> withheld = new ArrayList<>();
        for (Delivery delivery : turn) {
            Entry event = seen.get(delivery.position());
            if (event == null) {
                withheld.add(delivery);
            } else {
                letters.add(new Letter(delivery, event, who.kept().value().url(), who.secrets(), now));
            }
        }
        if (!withheld.isEmpty()) {
            office.tx().write(work -> {
                DeliveryRows.withhold(work, withheld, now);
                return null;
            });
        }
        return letters;
    }
}
