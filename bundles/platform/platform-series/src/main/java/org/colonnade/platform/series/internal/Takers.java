package org.colonnade.platform.series.internal;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.series.NumberTaker;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.series.internal.store.SeriesTable;

/** Those functions that write their records' numbers down, as they come and go. */
final class Takers {

    private final Map<String, NumberTaker> takers = new ConcurrentHashMap<>();

    void add(NumberTaker taker) {
        takers.put(taker.type(), taker);
    }

    void remove(NumberTaker taker) {
        takers.remove(taker.type(), taker);
    }

    /**
     * Hands the numbers to those who write them down.
     *
     * @return whether all are written who shall be: false if somebody who came once is not here
     * @throws Failed if one cannot do it; the transaction is lost
     */
    boolean tell(Work work, List<GivenNumber> numbers) throws SQLException {
        Map<String, List<GivenNumber>> byType =
                numbers.stream().collect(Collectors.groupingBy(Takers::type, LinkedHashMap::new, Collectors.toList()));
        boolean all = true;
        for (Map.Entry<String, List<GivenNumber>> kind : byType.entrySet()) {
            NumberTaker taker = takers.get(kind.getKey());
            if (taker != null) {
                tell(work, taker, kind.getValue());
            } else if (SeriesTable.knownTaker(work, kind.getKey())) {
                all = false;
            }
        }
        return all;
    }

    private static void tell(Work work, NumberTaker taker, List<GivenNumber> numbers) {
        try {
            taker.given(work, numbers);
        } catch (SQLException | RuntimeException failure) {
            throw new Failed(taker.type(), failure);
        }
    }

    private static String type(GivenNumber number) {
        return number.record().module() + ':' + number.record().type();
    }

    /** A function could not write its numbers down. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String type;

        Failed(String type, Throwable cause) {
            super("The numbers of " + type + " were not written down", cause, false, false);
            this.type = type;
        }

        String type() {
            return type;
        }
    }
}
