package org.colonnade.platform.series.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.series.NumberClaim;
import org.colonnade.platform.api.series.NumberTaker;
import org.colonnade.platform.api.series.Reset;
import org.colonnade.platform.api.series.SeriesPlan;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** A function that posts entries, on one node. */
final class Office implements NumberTaker {

    static final Actor KEEPER = new Actor(
            Ref.of("platform", "user", 7),
            "keeper",
            Set.of(SeriesDesk.READ, SeriesDesk.CHANGE, SeriesDesk.NUMBERS),
            false);
    static final String INVOICES = "posting.invoice";
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    final Tx own;
    final Tx tx;
    final SeriesDesk desk;
    final NumberService series;

    Office(TestDatabase database) {
        own = database.tx("series");
        tx = database.tx("posting");
        desk = new SeriesDesk(new KeptRecords(new FieldRights(database.tx("records")), new Companions()), own);
        series = new NumberService(own, desk);
    }

    Office declared() {
        series.declare(SeriesPlan.yearly(INVOICES, "Invoices", "INV-{year}-{number:5}"));
        return this;
    }

    void declare(String code, String pattern, Reset reset, int yearStart) {
        series.declare(new SeriesPlan(code, code, pattern, reset, yearStart));
    }

    /** Books an entry in the running transaction. */
    NumberClaim book(Work work, long id, LocalDate date) throws SQLException {
        try (PreparedStatement insert =
                work.unwrap(Connection.class).prepareStatement("insert into posting_entry (id) values (?)")) {
            insert.setLong(1, id);
            insert.executeUpdate();
        }
        return series.claim(work, INVOICES, ref(id), date);
    }

    /** Books an entry without waiting for its number. */
    NumberClaim book(LocalDate date) {
        return tx.write(work -> book(work, work.newId(), date));
    }

    /** Posts an entry. @return its number */
    String post(LocalDate date) {
        return series.number(book(date));
    }

    static Ref ref(long id) {
        return Ref.of("posting", "entry", id);
    }

    @Override
    public String type() {
        return "posting:entry";
    }

    @Override
    public void given(Work work, List<GivenNumber> numbers) throws SQLException {
        try (PreparedStatement update = work.unwrap(Connection.class)
                .prepareStatement("update posting_entry set number_text = ? where id = ?")) {
            for (GivenNumber number : numbers) {
                update.setString(1, number.text());
                update.setLong(
                        2, org.colonnade.platform.api.Tsid.parse(number.record().id()));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static List<String> texts(TestDatabase database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
