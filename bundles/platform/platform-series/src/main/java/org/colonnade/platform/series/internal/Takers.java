package org.colonnade.platform.series.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    /** For how long a taker waits for a row that somebody else holds; H2 has a limit of its own. */
    private static final String PATIENCE = "select set_config('lock_timeout', '2000', true)";

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
        if (byType.keySet().stream().anyMatch(takers::containsKey)) {
            limit(work.unwrap(Connection.class));
        }
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

    private static void limit(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (PreparedStatement set = connection.prepareStatement(PATIENCE);
                    ResultSet row = set.executeQuery()) {
                row.next();
            }
        }
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
        private final transient Throwable why;

        /** Not with a cause: what the database says of a taker's statement is not what it says of the numbers. */
        Failed(String type, Throwable why) {
            super("The numbers of " + type + " were not written down", null, false, false);
            this.type = type;
            this.why = why;
        }

        Throwable why() {
            return why;
        }

        String type() {
            return type;
        }
    }
}
