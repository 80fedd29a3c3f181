package org.colonnade.platform.series.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.series.Reset;
import org.colonnade.platform.series.internal.domain.Series;
import org.colonnade.platform.series.internal.domain.SeriesDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Series are declared by people and by functions, and never so that two numbers read alike. */
public class SeriesUpkeepTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database()).declared();
    }

    @Test
    public void aSeriesThatIsThereStaysAsPeopleMadeIt() {
        change("INV-{year}-{number:7}", Reset.YEARLY, 1);
        office.declared();
        assertEquals("INV-2026-0000001", office.post(Office.DAY));
        assertEquals(1, office.desk.ids().size());
    }

    @Test
    public void whatMakesNoSeriesIsRefused() {
        refused("series.series.taken", () -> create(Office.INVOICES, "X{year}{number}", Reset.YEARLY));
        refused("series.pattern.taken", () -> create("posting.other", "INV-{year2}12-{number}", Reset.YEARLY));
        Rejected wrong = assertThrows(Rejected.class, () -> office.desk
                .desk()
                .create(Office.KEEPER, new SeriesDraft("Invoice", " ", "INV-{number}", Reset.YEARLY, 13)));
        assertEquals("series.series.invalid", wrong.code());
        assertEquals(
                List.of("code", "name", "pattern", "yearStart"),
                wrong.fields().stream().map(Rejected.Field::field).sorted().toList());
        assertEquals(1, office.desk.ids().size());
    }

    @Test
    public void aSeriesCountsOnInTheSameWay() {
        change("INV-{year}-{number:5}", Reset.YEARLY, 4);
        office.post(Office.DAY);
        refused("series.series.begun", () -> change("INV-{year}-{number:5}", Reset.YEARLY, 1));
        refused("series.series.begun", () -> change("INV-{year}-{number:5}", Reset.NEVER, 4));
        change("RE-{year}-{number}", Reset.YEARLY, 4);
        assertEquals("RE-2026-2", office.post(Office.DAY));
        refused("series.pattern.taken", () -> create("posting.other", "INV-{year}-{number}", Reset.YEARLY));
        change("INV-{year}-{number:5}", Reset.YEARLY, 4);
        assertEquals("INV-2026-00003", office.post(Office.DAY));
        refused("series.pattern.taken", () -> change("INV-20{year2}-{number:5}", Reset.YEARLY, 4));
    }

    private Kept<Series> change(String pattern, Reset reset, int yearStart) {
        return office.desk
                .desk()
                .change(
                        Office.KEEPER,
                        org.colonnade.platform.api.Tsid.text(office.desk.ids().get(0)),
                        version -> {},
                        draft -> new SeriesDraft(draft.code(), draft.name(), pattern, reset, yearStart));
    }

    private void create(String code, String pattern, Reset reset) {
        office.desk.desk().create(Office.KEEPER, new SeriesDraft(code, "Other", pattern, reset, 1));
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Problem.class, asked).code());
    }
}
