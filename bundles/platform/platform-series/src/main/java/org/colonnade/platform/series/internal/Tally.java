package org.colonnade.platform.series.internal;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.series.internal.store.CounterRows;
import org.colonnade.platform.series.internal.store.CounterRows.Counter;

/** Counts on in the periods of one series, within one transaction that has the series' row. */
final class Tally {

    private final Work work;
    private final long series;
    private final Map<String, Counter> before = new LinkedHashMap<>();
    private final Map<String, Long> latest = new LinkedHashMap<>();

    Tally(Work work, long series) {
        this.work = work;
        this.series = series;
    }

    /** The next number of a period. */
    long next(String period) throws SQLException {
        if (!before.containsKey(period)) {
            Counter counter = found(period);
            before.put(period, counter);
            latest.put(period, counter.latest());
        }
        return latest.merge(period, 1L, Long::sum);
    }

    private Counter found(String period) throws SQLException {
        Optional<Counter> there = CounterRows.find(work, series, period);
        if (there.isPresent()) {
            return there.get();
        }
        Counter fresh = Counter.fresh(series, period, 1);
        CounterRows.add(work, fresh);
        return fresh;
    }

    /** Stores how far it is. @param told whether the new numbers are written down by those who do */
    void store(boolean told) throws SQLException {
        for (Counter counter : before.values()) {
            long now = latest.get(counter.period());
            // numbers of before that are not written down yet come first
            CounterRows.move(work, counter.at(now, told && counter.told() == counter.latest() ? now : counter.told()));
        }
    }
}
