package org.colonnade.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Work;

/** A reaction that writes one row of its own for each event, and remembers how long after the beginning of its transaction it came. */
final class Watcher implements Reaction<EntryPosted> {

    private final String name;
    private final boolean fromTheBeginning;
    private final CountDownLatch expected;
    private final List<Long> late = new ArrayList<>();

    /** @param fromTheBeginning whether it wants what was before it, too */
    Watcher(String name, boolean fromTheBeginning, int expected) {
        this.name = name;
        this.fromTheBeginning = fromTheBeginning;
        this.expected = new CountDownLatch(expected);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String module() {
        return "race";
    }

    @Override
    public List<Class<? extends EntryPosted>> events() {
        return List.of(EntryPosted.class);
    }

    @Override
    public boolean fromTheBeginning() {
        return fromTheBeginning;
    }

    /** A lane runs on one thread at a time. */
    @Override
    public void react(EntryPosted event, Work work) throws SQLException {
        try (PreparedStatement update =
                work.unwrap(Connection.class).prepareStatement("update race_entry set number_text = ? where id = ?")) {
            update.setString(1, name);
            update.setLong(2, Tsid.parse(event.entry().id()));
            update.executeUpdate();
        }
        late.add(System.nanoTime() - event.nanos());
        expected.countDown();
    }

    /** Waits until all expected events have come. */
    void await() throws InterruptedException {
        if (!expected.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException(expected.getCount() + " events did not reach " + name);
        }
    }

    /** How late each came, in nanoseconds, sorted. */
    long[] late() {
        return late.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
