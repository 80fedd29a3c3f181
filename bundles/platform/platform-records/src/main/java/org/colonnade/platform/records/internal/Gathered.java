package org.colonnade.platform.records.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRows;
import org.colonnade.platform.api.store.Work;

/** Records that are stored with few statements; then each is told of, in the order in which they came. */
final class Gathered<V extends Record> implements Keeping<V> {

    private final Book<V, ?> book;
    private final List<RecordRows.Step<V>> steps = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private final Map<String, Kept<V>> latest = new HashMap<>();

    Gathered(Book<V, ?> book) {
        this.book = book;
    }

    @Override
    public Kept<V> keep(Work work, Kept<V> before, Kept<V> after, String action) {
        steps.add(new RecordRows.Step<>(before, after));
        actions.add(action);
        latest.put(after.id(), after);
        return after;
    }

    /** What a record that came by here says now, stored; null for one that did not. */
    Kept<V> stored(Work work, String id) throws SQLException {
        if (latest.containsKey(id)) {
            store(work);
        }
        return latest.get(id);
    }

    /** Stores what has come. */
    void store(Work work) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        List<Kept<V>> saved = book.save(work, List.copyOf(steps), List.copyOf(actions));
        saved.forEach(record -> latest.put(record.id(), record));
        steps.clear();
        actions.clear();
    }
}
