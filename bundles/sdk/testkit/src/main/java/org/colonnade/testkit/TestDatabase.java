package org.colonnade.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.privacy.EventRedaction;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.event.Redaction;

/**
 * A fresh database of its own, wired exactly as in the product: the same pool, migrations, mapper, transactions and event log. Nothing
 * runs in the background; {@link #runReactions} delivers events when the test wants it.
 */
public final class TestDatabase implements AutoCloseable {

    private final OpenStore open;
    private final Store store;
    private final Templates templates;

    /** @param templates hears which functions the test wants, and that it has ended; null if nobody does */
    private TestDatabase(OpenStore open, Templates templates) {
        this.open = open;
        this.store = open.store();
        this.templates = templates;
    }

    /** Which database. */
    public enum Kind {
        /** H2 in memory. */
        H2,
        /** A real PostgreSQL server. */
        POSTGRESQL
    }

    /** A fresh database of the kind. */
    public static TestDatabase of(Kind kind) {
        return of(kind, Clock.systemUTC());
    }

    /** A fresh database of the kind whose transactions go by this clock. */
    public static TestDatabase of(Kind kind, Clock clock) {
        Templates templates = Templates.of(kind);
        return new TestDatabase(templates.fresh(clock), templates);
    }

    /** A fresh H2 database in memory. */
    public static TestDatabase h2() {
        return of(Kind.H2);
    }

    /** H2 in a file, new or with what an earlier one left there. */
    public static TestDatabase h2(Path file) {
        return new TestDatabase(new OpenStore(H2Url.file(file), Clock.systemUTC()), null);
    }

    /** A fresh database on a real PostgreSQL server, which is started with the first and shared by all tests of the JVM. */
    public static TestDatabase postgres() {
        return of(Kind.POSTGRESQL);
    }

    /** Another node on this database; it is closed before this one. */
    public TestDatabase node() {
        return new TestDatabase(new OpenStore(open.settings(), Clock.systemUTC()), null);
    }

    /** A node on the database that another process of the tests has made, by the URL of one of that one's {@link #connection}s. */
    public static TestDatabase at(String url) {
        return new TestDatabase(new OpenStore(PostgresServer.at(url), Clock.systemUTC()), null);
    }

    /**
     * The transactions of a function whose {@code db/changelog.sql} and {@code META-INF/persistence.xml} are on the class path; its tables
     * are made with the first call.
     */
    public Tx tx(String module) {
        Tx tx = open.tx(module);
        if (templates != null) {
            templates.wants(module);
        }
        return tx;
    }

    /** The companies; the first one is there. */
    public Companies companies() {
        return store.companies();
    }

    /** The event log; only events that {@link #runReactions} or {@link #placeEvents} has seen have their place in it. */
    public EventLog eventLog() {
        return store.eventLog();
    }

    /** The audit; its rows are there with the commit, and chained by its own {@code verify} or by {@link #chainAudit}. */
    public AuditLog auditLog() {
        return store.auditLog();
    }

    /** Chains the rows of the audit that were stored so far. */
    public void chainAudit() {
        try {
            store.warden().drain();
        } catch (SQLException failure) {
            throw new AssertionError("The audit cannot be chained", failure);
        }
    }

    /** What takes personal text out of events. */
    public EventRedaction redaction() {
        return new Redaction();
    }

    /** Gives the events stored so far their place in the log, and delivers them to the reactions of earlier calls. */
    public void placeEvents() {
        try {
            store.dispatcher().drain();
        } catch (SQLException failure) {
            throw new AssertionError("The events cannot be delivered", failure);
        }
    }

    /** Delivers, in this thread, until nothing is left; an event that fails is tried at once until it is a dead letter. */
    public void runReactions(Reaction<?>... reactions) {
        for (Reaction<?> reaction : reactions) {
            tx(reaction.module());
            store.dispatcher().add(reaction);
        }
        placeEvents();
    }

    /** Places and delivers in the background from now on, as the product does, until this database is closed. */
    public void deliverInBackground(Reaction<?>... reactions) {
        for (Reaction<?> reaction : reactions) {
            tx(reaction.module());
            store.dispatcher().add(reaction);
        }
        store.dispatcher().start();
    }

    /** The reactions' bundles leave. */
    public void removeReactions(Reaction<?>... reactions) {
        for (Reaction<?> reaction : reactions) {
            store.dispatcher().remove(reaction);
        }
    }

    /** A connection beside all transactions, in autocommit; the caller closes it. */
    public Connection connection() throws SQLException {
        return store.database().own().getConnection();
    }

    @Override
    public void close() {
        open.close();
        if (templates != null) {
            templates.done(open);
        }
    }
}
