package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.store.internal.OnBoth;
import org.junit.Before;

/** A store on each database whose function writes changes down; nothing runs in the background. */
public abstract class OnAudited extends OnBoth {

    protected AuditLog audit;

    @Before
    public void openAudit() {
        audit = store.auditLog();
    }

    protected static Ref line(long number) {
        return Ref.of("desk", "line", number);
    }

    /** Writes the first {@code count} versions of a record down, each in a transaction of its own. */
    protected void write(Ref subject, int count) {
        for (int version = 1; version <= count; version++) {
            write(Change.of(subject, version == 1 ? "created" : "changed", version, text(version)));
        }
    }

    protected void write(Change change) {
        desk.write(work -> {
            work.record(change);
            return null;
        });
    }

    protected static String text(long version) {
        return "{\"name\":\"Ärger " + version + "\"}";
    }

    /** What somebody does who has got into the database. */
    protected void tamper(String... statements) throws SQLException {
        try (Connection connection = store.database().own().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    protected void assertWrong(Verdict.Fault fault, long position) {
        Verdict verdict = audit.verify();
        if (verdict.holds()
                || verdict.wrong().fault() != fault
                || verdict.wrong().position() != position) {
            throw new AssertionError("expected " + fault + " at " + position + ", found " + verdict);
        }
    }

    protected void assertHolds(long rows) {
        Verdict verdict = audit.verify();
        if (!verdict.holds() || verdict.rows() != rows || verdict.waiting() != 0) {
            throw new AssertionError("expected " + rows + " rows that hold, found " + verdict);
        }
    }
}
