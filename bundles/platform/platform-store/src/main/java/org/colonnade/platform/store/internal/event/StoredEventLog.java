package org.colonnade.platform.store.internal.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.store.internal.company.Doors;
import org.colonnade.platform.store.internal.database.Keyset;
import org.colonnade.platform.store.internal.database.SqlFaults;
import org.colonnade.platform.store.internal.unit.Tsids;

/** Shows the log and the reactions' places in it. */
public final class StoredEventLog implements EventLog {

    private final EventStore store;
    private final Doors doors;
    private final Dispatcher dispatcher;

    public StoredEventLog(EventStore store, Doors doors, Dispatcher dispatcher) {
        this.store = store;
        this.doors = doors;
        this.dispatcher = dispatcher;
    }

    @Override
    public Page<Entry> entries(String type, PageRequest page) {
        long after = Keyset.number(page, 0);
        int limit = page.limit() + 1;
        List<LoggedEvent> found = ofCompany(connection ->
                type == null ? Log.after(connection, after, limit) : Log.after(connection, type, after, limit));
        return Keyset.page(found, page.limit(), LoggedEvent::position).map(LoggedEvent::entry);
    }

    @Override
    public Slice after(long position, EventFilter filter, int most) {
        return ofCompany(connection -> Log.slice(connection, position, filter, Math.max(1, Math.min(most, MOST))));
    }

    @Override
    public List<Entry> at(Collection<Long> positions) {
        return ofCompany(connection -> Log.at(connection, positions)).stream()
                .map(LoggedEvent::entry)
                .toList();
    }

    @Override
    public long head() {
        return read(Log::head);
    }

    @Override
    public long before(Instant moment) {
        return ofCompany(connection -> Log.before(connection, Tsids.firstAt(moment)));
    }

    @Override
    public List<Progress> reactions() {
        return read(connection -> {
            List<Progress> all = new ArrayList<>();
            for (Cursors.Cursor cursor : Cursors.all(connection)) {
                all.add(new Progress(
                        cursor.name(),
                        cursor.position(),
                        Log.count(connection, cursor.types(), cursor.position()),
                        DeadLetters.count(connection, cursor.name()),
                        dispatcher.present(cursor.name()),
                        cursor.failure()));
            }
            return all;
        });
    }

    @Override
    public Page<DeadLetter> deadLetters(PageRequest page) {
        long before = Keyset.number(page, Long.MAX_VALUE);
        List<DeadLetters.Letter> found = read(connection -> DeadLetters.before(connection, before, page.limit() + 1));
        return Keyset.page(found, page.limit(), DeadLetters.Letter::id).map(DeadLetters.Letter::view);
    }

    @Override
    public void retry(String deadLetterId) {
        DeadLetters.Letter letter = read(connection -> DeadLetters.find(connection, Tsid.parse(deadLetterId)))
                .orElseThrow(() -> NotFound.of("platform", "dead-letter", deadLetterId));
        Lane lane = dispatcher.lane(letter.reaction());
        if (lane == null) {
            throw new Conflict(
                    "platform.reaction.absent",
                    "The function of the reaction '" + letter.reaction() + "' is not running here.");
        }
        try {
            lane.retake(letter);
        } catch (RuntimeException failure) {
            read(connection -> {
                DeadLetters.failAgain(connection, letter.id(), store.now(), Lane.describe(failure));
                return null;
            });
            throw failure instanceof Problem problem
                    ? problem
                    : new Conflict(
                            "platform.dead-letter.failed-again",
                            "The reaction could not take the event this time either.");
        }
    }

    /** Of the caller's company alone. */
    private <T> T ofCompany(Query<T> query) {
        long company = Caller.current().company();
        try (Connection connection = doors.take(company)) {
            return query.run(doors.fenced(connection, company));
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
    }

    private <T> T read(Query<T> query) {
        try (Connection connection = store.connection()) {
            return query.run(connection);
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
    }

    /** What is asked of the log. */
    @FunctionalInterface
    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }
}
