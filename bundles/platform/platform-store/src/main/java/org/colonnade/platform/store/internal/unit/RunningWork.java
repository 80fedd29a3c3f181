package org.colonnade.platform.store.internal.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.store.internal.audit.NewRow;
import org.colonnade.platform.store.internal.database.SqlFaults;
import org.colonnade.platform.store.internal.event.EventJson;
import org.colonnade.platform.store.internal.event.NewEvent;

/** One transaction or read on its thread. */
final class RunningWork implements Work {

    private final Session session;
    private final long company;
    private final boolean writing;
    private final Instant now;
    private final Tsids ids;
    private final EventJson json;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<NewRow> changes = new ArrayList<>();
    private final List<Step> lastly = new ArrayList<>();
    private final List<Runnable> afterwards;
    private boolean rollbackOnly;
    private Throwable spoiled;

    /** @param afterwards takes what shall be done after the commit */
    RunningWork(
            Session session,
            long company,
            boolean writing,
            Instant now,
            Tsids ids,
            EventJson json,
            List<Runnable> afterwards) {
        this.afterwards = afterwards;
        this.session = session;
        this.company = company;
        this.writing = writing;
        this.now = now;
        this.ids = ids;
        this.json = json;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        try {
            if (type == EntityManager.class) {
                return type.cast(session.entities());
            }
            if (type == Connection.class) {
                return type.cast(session.fenced());
            }
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
        throw new IllegalArgumentException(
                "A transaction gives javax.persistence.EntityManager or java.sql.Connection, not " + type.getName());
    }

    @Override
    public void publish(DomainEvent event) {
        if (!writing) {
            throw new IllegalStateException("An event is published in a write, with the change that it tells of");
        }
        Caller caller = Caller.current();
        events.add(new NewEvent(
                ids.next(),
                // work over every company says of each event in which it happened
                company == Caller.EVERY_COMPANY ? caller.company() : company,
                EventJson.typeOf(event.getClass()),
                event.subject().toString(),
                now,
                caller.actor().ref().toString(),
                caller.requestId(),
                json.write(event)));
    }

    @Override
    public void record(Change change) {
        if (!writing) {
            throw new IllegalStateException("A change is recorded in a write, with the rows that it changes");
        }
        changes.add(NewRow.of(change, ids.next(), now));
    }

    @Override
    public long newId() {
        return ids.next();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void rollbackOnly() {
        rollbackOnly = true;
    }

    long company() {
        return company;
    }

    @Override
    public void beforeCommit(Step step) {
        requireWrite();
        lastly.add(step);
    }

    @Override
    public void afterCommit(Runnable step) {
        requireWrite();
        afterwards.add(step);
    }

    private void requireWrite() {
        if (!writing) {
            throw new IllegalStateException("Only a write has a commit");
        }
    }

    boolean writing() {
        return writing;
    }

    boolean storesNothing() {
        return rollbackOnly;
    }

    List<NewEvent> events() {
        return events;
    }

    List<NewRow> changes() {
        return changes;
    }

    /** Does what was left for the end; a step may leave another one. */
    void finish() throws SQLException {
        for (int i = 0; i < lastly.size(); i++) {
            lastly.get(i).run(this);
        }
    }

    void forgetSteps() {
        afterwards.clear();
    }

    /** An inner write failed: whatever the outer body makes of the exception, half a change is not stored. */
    void spoil(Throwable failure) {
        spoiled = failure;
    }

    Throwable spoiled() {
        return spoiled;
    }
}
