package org.colonnade.platform.rest.internal.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.NotFound;

/** An event log on paper. */
final class PaperLog implements EventLog {

    final List<String> retried = new ArrayList<>();
    final List<Entry> written = new CopyOnWriteArrayList<>();

    /** Something happens. */
    void happen(String type, String subject) {
        long position = written.size() + 1;
        written.add(new Entry(
                "E" + position,
                position,
                type,
                subject,
                Instant.EPOCH,
                "platform:user:A",
                "-",
                "{\"text\":\"two\\nlines\"}"));
    }

    @Override
    public Page<Entry> entries(String type, PageRequest page) {
        return new Page<>(written, null);
    }

    @Override
    public Slice after(long position, EventFilter filter, int most) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : written) {
            if (entry.position() > position && filter.matches(entry.type())) {
                found.add(entry);
                if (found.size() == most) {
                    return new Slice(found, entry.position());
                }
            }
        }
        return new Slice(found, Math.max(position, written.size()));
    }

    @Override
    public List<Entry> at(Collection<Long> positions) {
        return written.stream()
                .filter(entry -> positions.contains(entry.position()))
                .toList();
    }

    @Override
    public long head() {
        return written.size();
    }

    @Override
    public long before(Instant moment) {
        return 0;
    }

    @Override
    public List<Progress> reactions() {
        return List.of(new Progress("sales.listens", 3, 4, 1, true, null));
    }

    @Override
    public Page<DeadLetter> deadLetters(PageRequest page) {
        return new Page<>(
                List.of(new DeadLetter("7", "sales.listens", written.get(0), Instant.EPOCH, "because")), null);
    }

    @Override
    public void retry(String deadLetterId) {
        retried.add(deadLetterId);
        if (!deadLetterId.equals("7")) {
            throw new NotFound("platform.dead-letter.not-found", "There is no such dead letter.");
        }
    }
}
