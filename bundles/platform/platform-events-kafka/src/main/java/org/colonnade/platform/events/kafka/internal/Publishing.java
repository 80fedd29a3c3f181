package org.colonnade.platform.events.kafka.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.events.kafka.internal.engine.Publisher;
import org.colonnade.platform.events.kafka.internal.store.Cursor;
import org.colonnade.platform.events.kafka.internal.store.CursorRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes the log, tells how that fares, and publishes once more what somebody needs again. */
@Component(service = Publishing.class, immediate = true)
public final class Publishing {

    /** The permission to see how publishing fares. */
    public static final String READ = "events-kafka.publishing.read";

    /** The permission to publish once more. */
    public static final String CHANGE = "events-kafka.publishing.change";

    private final Tx tx;
    private final EventLog log;
    private final Companies companies;
    private final KafkaSettings settings;
    private final Clock clock;
    private final Publisher publisher;

    @Activate
    public Publishing(
            @Reference(target = "(module=events-kafka)") Tx tx,
            @Reference EventLog log,
            @Reference Companies companies,
            @Reference KafkaSettings settings) {
        this(tx, log, companies, settings, Clock.systemUTC());
        publisher.start();
    }

    /** Without a background. */
    public Publishing(Tx tx, EventLog log, Companies companies, KafkaSettings settings, Clock clock) {
        this.tx = tx;
        this.log = log;
        this.companies = companies;
        this.settings = settings;
        this.clock = clock;
        this.publisher = new Publisher(tx, log, companies, settings, clock);
    }

    @Deactivate
    void close() {
        publisher.close();
    }

    static List<Permission> permissions() {
        return List.of(
                Permission.of(READ, "See how events reach Kafka", "ดูการส่งเหตุการณ์ไปยัง Kafka"),
                Permission.of(CHANGE, "Publish events to Kafka once more", "ส่งเหตุการณ์ไปยัง Kafka อีกครั้ง"));
    }

    Publisher publisher() {
        return publisher;
    }

    /**
     * How it fares.
     *
     * @param brokers where events go; empty if that is not configured
     * @param topic the topic, or null
     * @param fault what is wrong with the configuration, as a sentence, or null
     * @param head the position of the log's last event
     * @param companies where each company's events have got
     */
    public record Fare(List<String> brokers, String topic, String fault, long head, List<Standing> companies) {}

    /**
     * Where a company's events have got.
     *
     * @param company its code
     * @param position the last one that was acknowledged or passed over; 0 before the first
     * @param lagSeconds how old the oldest one is that waits; 0 if none does
     * @param failuresInRow how many tries have failed, one after the other
     * @param failure why the last one did, as a sentence, or null
     * @param failingSince UTC, or null
     * @param retryAt when it is tried again, UTC, or null
     * @param successAt when events were last acknowledged, UTC, or null
     */
    public record Standing(
            String company,
            long position,
            long lagSeconds,
            int failuresInRow,
            String failure,
            Instant failingSince,
            Instant retryAt,
            Instant successAt) {}

    /** How it fares, for somebody who may see that. */
    public Fare fare(Actor actor) {
        actor.require(READ);
        return fare();
    }

    Fare fare() {
        Place place = settings.place();
        List<Standing> standings = new ArrayList<>();
        tx.inEachCompany(() -> companies
                .find(Caller.current().company())
                .ifPresent(
                        company -> standings.add(standing(company, place == null ? EventFilter.ALL : place.filter()))));
        return new Fare(
                place == null ? List.of() : place.brokers(),
                place == null ? null : place.topic(),
                settings.fault(),
                log.head(),
                standings);
    }

    private Standing standing(Company company, EventFilter filter) {
        Optional<Cursor> cursor = tx.read(CursorRows::find);
        long position = cursor.map(Cursor::position).orElse(0L);
        long lag = log.after(position, filter, 1).events().stream()
                .findFirst()
                .map(event -> Math.max(
                        0, Duration.between(event.at(), clock.instant()).toSeconds()))
                .orElse(0L);
        return new Standing(
                company.code(),
                position,
                lag,
                cursor.map(Cursor::failures).orElse(0),
                cursor.map(Cursor::failure).orElse(null),
                cursor.map(Cursor::failingSince).orElse(null),
                cursor.map(Cursor::retryAt).orElse(null),
                cursor.map(Cursor::successAt).orElse(null));
    }

    /**
     * Publishes once more what lies behind a position, of every company, or passes over what waits.
     *
     * @param position 0 for everything, the head for nothing
     * @throws Rejected {@code events-kafka.position.invalid}: not between 0 and the head
     */
    public Fare replay(Actor actor, long position) {
        actor.require(CHANGE);
        if (position < 0 || position > log.head()) {
            throw new Rejected("events-kafka.position.invalid", "The position lies between 0 and " + log.head() + '.')
                    .field("position", "between 0 and " + log.head());
        }
        each(cursor -> cursor.from(position));
        return fare();
    }

    /** Publishes once more everything that happened from a moment on, UTC; a few earlier events may come too. */
    public Fare replay(Actor actor, Instant from) {
        actor.require(CHANGE);
        each(cursor -> cursor.from(log.before(from)));
        return fare();
    }

    /** Tries again now what would be tried later. */
    public Fare resume(Actor actor) {
        actor.require(CHANGE);
        each(cursor -> cursor.from(cursor.position()));
        return fare();
    }

    private void each(UnaryOperator<Cursor> change) {
        tx.inEachCompany(() -> tx.write(work -> {
            if (CursorRows.find(work).isEmpty()) {
                CursorRows.add(work);
            }
            CursorRows.store(work, change.apply(CursorRows.lock(work).orElseThrow()));
            return null;
        }));
    }
}
