package org.colonnade.platform.series.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.series.internal.domain.Line;
import org.colonnade.platform.series.internal.domain.Period;
import org.colonnade.platform.series.internal.store.ClaimRows;
import org.colonnade.platform.series.internal.store.ClaimRows.Claim;
import org.colonnade.platform.series.internal.store.CounterRows;
import org.colonnade.platform.series.internal.store.CounterRows.Counter;
import org.colonnade.platform.series.internal.store.NumberRows;
import org.colonnade.platform.series.internal.store.SeriesTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives those who wait in a series their numbers, in one short transaction, under the lock of the series' row: one node at a time. */
final class Numbering {

    /** How many get their numbers in one transaction at most. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Numbering.class);
    private static final String TAKEN = "23505";

    private final Tx tx;
    private final Takers takers;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    Numbering(Tx tx, Takers takers) {
        this.tx = tx;
        this.takers = takers;
    }

    /**
     * What came of a transaction.
     *
     * @param given the numbers, in their order
     * @param more whether others may wait still
     */
    record Round(List<GivenNumber> given, boolean more) {}

    /** Gives numbers to those who wait, {@value #BATCH} at most. */
    Round run(long series) {
        try {
            return tx.write(work -> round(work, series, false, true));
        } catch (Again again) {
            return tx.write(work -> round(work, series, true, true));
        } catch (Takers.Failed failed) {
            complain(failed);
            return tx.write(work -> round(work, series, true, false));
        }
    }

    /** @param careful whether one who waits may have a number already */
    private Round round(Work work, long series, boolean careful, boolean telling) throws SQLException {
        Optional<Line> line = SeriesTable.locked(work, series);
        List<Claim> claims = line.isEmpty() ? List.of() : ClaimRows.next(work, series, BATCH);
        if (claims.isEmpty()) {
            return new Round(List.of(), false);
        }
        Map<String, Claim> first = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (!careful || NumberRows.of(work, series, claim.subject()).isEmpty()) {
                first.putIfAbsent(claim.subject(), claim);
            }
        }
        Tally tally = new Tally(work, series);
        List<GivenNumber> given = new ArrayList<>();
        for (Claim claim : first.values()) {
            given.add(number(work, line.get(), claim, tally));
        }
        store(work, series, given);
        ClaimRows.remove(work, series, claims);
        tally.store(telling && takers.tell(work, given));
        return new Round(given, claims.size() == BATCH);
    }

    private static GivenNumber number(Work work, Line line, Claim claim, Tally tally) throws SQLException {
        Period period = line.period(claim.date());
        long number = tally.next(period.key());
        return new GivenNumber(
                line.code(),
                period.key(),
                number,
                line.pattern().text(period, number),
                Ref.parse(claim.subject()),
                claim.date(),
                claim.claimedBy(),
                work.now());
    }

    private static void store(Work work, long series, List<GivenNumber> given) throws SQLException {
        try {
            NumberRows.add(work, series, given);
        } catch (SQLException failure) {
            if (taken(failure)) {
                throw new Again();
            }
            throw failure;
        }
    }

    private static boolean taken(SQLException failure) {
        for (SQLException one = failure; one != null; one = one.getNextException()) {
            if (TAKEN.equals(one.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Once for each kind of record, until its numbers could be handed over again. */
    private void complain(Takers.Failed failed) {
        if (complained.add(failed.type())) {
            LOG.error("Numbers are given, but the records of {} do not know theirs yet", failed.type(), failed.why());
        }
    }

    /** Hands numbers to functions that were away when these were given. */
    void catchUp() {
        for (Counter behind : tx.read(CounterRows::behind)) {
            boolean more = true;
            boolean failing = false;
            while (more) {
                try {
                    more = tx.write(work -> catchUp(work, behind.series(), behind.period()));
                } catch (Takers.Failed failed) {
                    complain(failed);
                    more = false;
                    failing = true;
                }
            }
            if (!failing) {
                complained.clear();
            }
        }
    }

    private boolean catchUp(Work work, long series, String period) throws SQLException {
        SeriesTable.locked(work, series);
        Counter counter = CounterRows.find(work, series, period).orElseThrow();
        List<GivenNumber> numbers = NumberRows.after(work, series, period, counter.told(), BATCH);
        if (numbers.isEmpty() || !takers.tell(work, numbers)) {
            return false;
        }
        CounterRows.move(
                work,
                counter.at(counter.latest(), numbers.get(numbers.size() - 1).number()));
        return true;
    }

    /** Somebody who waited had a number already. */
    private static final class Again extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Again() {
            super(null, null, false, false);
        }
    }
}
