package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Filter;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.store.internal.company.Doors;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.Keyset;
import org.colonnade.platform.store.internal.database.SqlFaults;

/** Shows the audit, verifies it, and erases what lies apart. */
public final class StoredAuditLog implements AuditLog {

    private final Database database;
    private final Doors doors;
    private final Sealer sealer;
    private final AnchorFile file;
    private final Scribe scribe;
    private final Clock clock;
    private final LongSupplier ids;
    private final ReentrantLock verifying = new ReentrantLock();

    public StoredAuditLog(
            Database database,
            Doors doors,
            Sealer sealer,
            AnchorFile file,
            Scribe scribe,
            Clock clock,
            LongSupplier ids) {
        this.database = database;
        this.doors = doors;
        this.sealer = sealer;
        this.file = file;
        this.scribe = scribe;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Page<Entry> entries(Filter filter, PageRequest page) {
        long before = Keyset.number(page, Long.MAX_VALUE);
        List<ChainedRow> found = ask(connection -> Lists.before(connection, filter, before, page.limit() + 1));
        return Keyset.page(found, page.limit(), ChainedRow::id).map(row -> row.entry(null, null));
    }

    @Override
    public Entry entry(String id) {
        return ask(connection -> {
            StoredRow row = Rows.find(connection, Tsid.parse(id))
                    .orElseThrow(() ->
                            new NotFound("platform.audit.not-found", "There is no row with that id in the audit."));
            return row.entry(before(connection, row, List.of()));
        });
    }

    @Override
    public Page<Entry> history(Ref subject, PageRequest page) {
        long before = Keyset.number(page, Long.MAX_VALUE);
        return ask(connection -> {
            List<StoredRow> found = Rows.of(connection, subject, before, page.limit() + 1);
            List<Entry> entries = new ArrayList<>();
            for (StoredRow row : found) {
                entries.add(row.entry(before(connection, row, found)));
            }
            return Keyset.page(entries, page.limit(), entry -> Tsid.parse(entry.id()));
        });
    }

    @Override
    public Optional<String> snapshot(Ref subject, long version) {
        return ask(connection -> Rows.snapshot(connection, subject.toString(), version));
    }

    @Override
    public int erase(Work work, Ref subject, UnaryOperator<String> redact) {
        try {
            Mark mark = new Erasure(redact).run(work.unwrap(Connection.class), subject);
            if (!mark.digests().isEmpty()) {
                work.record(new Change(subject, Change.ERASED, 0, null, mark.text()));
            }
            return mark.digests().size();
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
    }

    @Override
    public void record(Change change) {
        NewRow row = NewRow.of(change, ids.getAsLong(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        try (Connection connection = doors.take(row.company())) {
            connection.setAutoCommit(false);
            scribe.write(connection, List.of(row));
            connection.commit();
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
        scribe.wake();
    }

    @Override
    public Verdict verify() {
        if (!verifying.tryLock()) {
            throw new Conflict(
                    "platform.audit.verifying", "The audit is being verified already; wait for that to end.");
        }
        try {
            return verified();
        } finally {
            verifying.unlock();
        }
    }

    /** What the version before left behind, where the row does not say itself; most of the time it is among those at hand. */
    private static String before(Connection connection, StoredRow row, List<StoredRow> atHand) throws SQLException {
        ChainedRow own = row.row();
        if (row.before() != null || own.version() < 2) {
            return row.before();
        }
        for (StoredRow other : atHand) {
            if (other.row().version() == own.version() - 1 && other.after() != null) {
                return other.after();
            }
        }
        return Rows.snapshot(connection, own.subject(), own.version() - 1).orElse(null);
    }

    /** Over the chains of all companies. */
    private Verdict verified() {
        try (Connection connection = database.own().getConnection()) {
            return new Verification(sealer, file).run(connection);
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
    }

    /** Of the caller's company alone. */
    private <T> T ask(Query<T> query) {
        long company = Caller.current().company();
        try (Connection connection = doors.take(company)) {
            return query.run(doors.fenced(connection, company));
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
    }

    /** What is asked of the audit. */
    @FunctionalInterface
    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }
}
