package org.colonnade.platform.webhooks.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.store.Cursor;
import org.colonnade.platform.webhooks.internal.store.CursorRows;
import org.colonnade.platform.webhooks.internal.store.Delivery;
import org.colonnade.platform.webhooks.internal.store.DeliveryRows;
import org.colonnade.platform.webhooks.internal.store.SecretRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says how subscribers fare. */
@Component(service = Fares.class)
public final class Fares {

    private final Webhooks webhooks;
    private final EventLog log;
    private final Owners owners;
    private final Clock clock;

    @Activate
    public Fares(@Reference Webhooks webhooks, @Reference EventLog log, @Reference Owners owners) {
        this(webhooks, log, owners, Clock.systemUTC());
    }

    Fares(Webhooks webhooks, EventLog log, Owners owners, Clock clock) {
        this.webhooks = webhooks;
        this.log = log;
        this.owners = owners;
        this.clock = clock;
    }

    /** Whether something is sent. */
    public enum State {
        /** What happens is sent. */
        SENDING,
        /** The receiver did not take something the last time; it is tried again. */
        FAILING,
        /** Nothing is sent until somebody resumes it. */
        PAUSED,
        /** Nothing can be sent: it is switched off or put away, has no secret, or its owner is not there. */
        OFF
    }

    /**
     * How one fares.
     *
     * @param state whether something is sent
     * @param reason why not, stable: {@code webhooks.receiver.gone}, {@code webhooks.receiver.silent},
     *     {@code webhooks.subscriber.inactive}, {@code webhooks.subscriber.archived}, {@code webhooks.subscriber.no-secret},
     *     {@code webhooks.subscriber.no-owner}; null where it is
     * @param pausedAt since when it is paused
     * @param lastSuccessAt when the receiver took something last
     * @param lastFailureAt when it did not take something last
     * @param lastFailure why
     * @param failuresInRow since it took something
     * @param retryAt before which nothing is sent
     * @param position the last event of the log that was looked at
     * @param behind how many positions of the log were not looked at yet
     * @param waiting how many events wait to be taken, of those that were looked at
     * @param lagSeconds how old the oldest event is that was not taken; 0 where all were
     */
    public record Fare(
            State state,
            String reason,
            Instant pausedAt,
            Instant lastSuccessAt,
            Instant lastFailureAt,
            String lastFailure,
            int failuresInRow,
            Instant retryAt,
            long position,
            long behind,
            long waiting,
            long lagSeconds) {}

    /** How a subscriber fares. */
    public Fare of(Actor actor, String id) {
        return of(webhooks.desk().read(actor, id));
    }

    /** The same for the platform's own work. */
    Fare of(Kept<Subscriber> subscriber) {
        Instant now = clock.instant();
        return webhooks.tx().read(work -> fare(work, subscriber, now));
    }

    private Fare fare(Work work, Kept<Subscriber> subscriber, Instant now) throws SQLException {
        long id = Tsid.parse(subscriber.id());
        Cursor cursor = CursorRows.find(work, id).orElseThrow();
        String off = off(work, subscriber, id, now);
        State state = off != null
                ? State.OFF
                : cursor.pausedCode() != null ? State.PAUSED : cursor.failures() > 0 ? State.FAILING : State.SENDING;
        return new Fare(
                state,
                off == null ? cursor.pausedCode() : off,
                cursor.pausedAt(),
                cursor.successAt(),
                cursor.failureAt(),
                cursor.failure(),
                cursor.failures(),
                cursor.retryAt(),
                cursor.position(),
                Math.max(0, log.head() - cursor.position()),
                DeliveryRows.waiting(work, id),
                lag(work, subscriber, cursor, now));
    }

    private String off(Work work, Kept<Subscriber> subscriber, long id, Instant now) throws SQLException {
        if (subscriber.archived()) {
            return "webhooks.subscriber.archived";
        }
        if (!subscriber.value().active()) {
            return "webhooks.subscriber.inactive";
        }
        if (SecretRows.valid(work, id, now).isEmpty()) {
            return "webhooks.subscriber.no-secret";
        }
        return owners.now(subscriber.value().owner()).isEmpty() ? "webhooks.subscriber.no-owner" : null;
    }

    private long lag(Work work, Kept<Subscriber> subscriber, Cursor cursor, Instant now) throws SQLException {
        List<Delivery> oldest = DeliveryRows.pending(work, cursor.subscriber(), 1);
        List<EventLog.Entry> waiting = oldest.isEmpty()
                ? log.after(
                                cursor.position(),
                                new EventFilter(subscriber.value().events()),
                                1)
                        .events()
                : log.at(List.of(oldest.get(0).position()));
        return waiting.isEmpty()
                ? 0
                : Math.max(0, Duration.between(waiting.get(0).at(), now).toSeconds());
    }
}
