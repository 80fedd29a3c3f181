package org.colonnade.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.series.NumberTaker;
import org.colonnade.platform.api.series.SeriesPlan;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.series.internal.NumberService;
import org.colonnade.platform.series.internal.OneToN;
import org.colonnade.platform.series.internal.SeriesDesk;
import org.colonnade.testkit.TestDatabase;

/** A function that posts entries with legal numbers, which are written into the entries too. */
final class Numbers implements NumberTaker, AutoCloseable {

    private static final String SERIES = "race.entry";
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final TestDatabase database;
    private final Tx own;
    private final Tx tx;
    private final NumberService series;

    Numbers(String url) {
        database = TestDatabase.at(url);
        own = database.tx("series");
        tx = database.tx("race");
        SeriesDesk desk =
                new SeriesDesk(new KeptRecords(new FieldRights(database.tx("records")), new Companions()), own);
        series = new NumberService(own, desk);
        series.come(this);
        series.declare(SeriesPlan.yearly(SERIES, "Entries", "E-{year}-{number:6}"));
    }

    NumberRace.Poster poster() {
        return new NumberRace.Poster() {
            @Override
            public void post() {
                series.number(tx.write(work -> {
                    long id = work.newId();
                    insert(work, id);
                    return series.claim(work, SERIES, Ref.of("race", "entry", id), DAY);
                }));
            }

            @Override
            public void close() {
                // has nothing of its own
            }
        };
    }

    private static void insert(Work work, long id) throws SQLException {
        try (PreparedStatement insert =
                work.unwrap(Connection.class).prepareStatement("insert into race_entry (id, line) values (?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, "an entry");
            insert.executeUpdate();
        }
    }

    /** Whether the numbers are exactly 1..n, in words. */
    String whole() {
        List<String> wrong = new OneToN(own).counterExamples(5);
        return wrong.isEmpty() ? "exactly 1..n" : wrong.toString();
    }

    @Override
    public String type() {
        return "race:entry";
    }

    @Override
    public void given(Work work, List<GivenNumber> numbers) throws SQLException {
        try (PreparedStatement update =
                work.unwrap(Connection.class).prepareStatement("update race_entry set number_text = ? where id = ?")) {
            for (GivenNumber number : numbers) {
                update.setString(1, number.text());
                update.setLong(2, Tsid.parse(number.record().id()));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
