package org.colonnade.platform.rest.internal.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Filter;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Work;

/** An audit that tells what it was asked and keeps what is written down. */
public final class TestAudit implements AuditLog {

    /** What was written down, with the caller before it. */
    public final BlockingQueue<Written> written = new LinkedBlockingQueue<>();

    /** One row and who wrote it. */
    public record Written(Caller caller, Change change) {}

    @Override
    public Page<Entry> entries(Filter filter, PageRequest page) {
        return new Page<>(List.of(entry("1", filter.toString() + page.limit())), null);
    }

    @Override
    public Entry entry(String id) {
        if (!id.equals("1")) {
            throw new NotFound("platform.audit.not-found", "There is no row with that id in the audit.");
        }
        return entry(id, "-");
    }

    @Override
    public Page<Entry> history(Ref subject, PageRequest page) {
        return new Page<>(List.of(), null);
    }

    @Override
    public Optional<String> snapshot(Ref subject, long version) {
        return Optional.empty();
    }

    @Override
    public int erase(Work work, Ref subject, UnaryOperator<String> redact) {
        return 0;
    }

    @Override
    public void record(Change change) {
        written.add(new Written(Caller.current(), change));
    }

    @Override
    public Verdict verify() {
        return new Verdict(false, 6, 0, 0, new Verdict.Wrong(1, 7, null, Verdict.Fault.MISSING, "It is not there."));
    }

    private static Entry entry(String id, String request) {
        return new Entry(id, 1L, Instant.EPOCH, "platform:user:A", request, "changed", "crm:party:1", 2, null, "{}");
    }
}
