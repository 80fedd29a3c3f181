package org.colonnade.platform.measures.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.currency.RateQuery;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.PaperFiles;
import org.colonnade.testkit.PaperRun;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files of the European Central Bank become rates, each once. */
public class EcbWorkerTest extends OnEachDatabase {

    private static final String HEAD = "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\""
            + " xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\"><Cube>";
    private static final String TAIL = "</Cube></gesmes:Envelope>";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Front front;
    private EcbWorker worker;

    @Before
    public void open() {
        front = new Front(database());
        worker = new EcbWorker(front.rates, front.currencies);
    }

    @Test
    public void theSameFileAgainAddsNothingAndACorrectedOneOnlyWhatIsNew() throws IOException {
        String file = HEAD + day("2026-11-27", "USD", "1.1602") + day("2026-11-26", "USD", "1.1588") + TAIL;
        assertEquals(
                "{\"rates\": 2, \"added\": 2, \"known\": 0, \"refused\": 0}",
                run(file).outcome());
        assertEquals(
                "{\"rates\": 2, \"added\": 0, \"known\": 2, \"refused\": 0}",
                run(file).outcome());
        String corrected = HEAD + day("2026-11-27", "USD", "1.1612") + day("2026-11-26", "USD", "1.15880") + TAIL;
        assertEquals(
                "{\"rates\": 2, \"added\": 1, \"known\": 1, \"refused\": 0}",
                run(corrected).outcome());
        assertEquals(
                Rational.parse("1.1612"),
                front.rates
                        .quote(RateQuery.of("EUR", "USD", RateType.OFFICIAL, LocalDate.of(2026, 11, 30)))
                        .factor());
        assertEquals(3, count());
    }

    @Test
    public void ratesOfCurrenciesThatDidNotHoldAreCounted() throws IOException {
        String file = HEAD
                + day("2002-05-01", "DEM", "1.95583")
                + day("2026-11-27", "ZZZ", "1")
                + day("2026-11-27", "TRL", "N/A")
                + day("2026-11-27", "USD", "1.1602")
                + TAIL;
        assertEquals(
                "{\"rates\": 4, \"added\": 1, \"known\": 0, \"refused\": 3}",
                run(file).outcome());
    }

    @Test
    public void aFileThatIsBrokenAtItsEndStoresNothing() {
        String file = HEAD + day("2026-11-27", "USD", "1.1602") + "<Cube time='never'/>" + TAIL;
        assertEquals(
                "measures.ecb.unreadable",
                assertThrows(Rejected.class, () -> run(file)).code());
        assertEquals(0, count());
    }

    @Test
    public void aRunThatWasCutOffGoesOnWhereItStood() throws IOException {
        StringBuilder file = new StringBuilder(HEAD);
        LocalDate day = LocalDate.of(2026, 11, 27);
        for (int i = 0; i < 1_200; i++) {
            file.append(day(day.minusDays(i).toString(), "USD", "1." + (1000 + i)));
        }
        PaperRun run = paper(file.append(TAIL).toString());
        run.cutAfter(2);
        assertThrows(RunEnded.class, () -> worker.run(run));
        assertEquals("1000 1000 0 0", run.checkpoint());
        run.cutAfter(-1);
        worker.run(run);
        assertEquals("{\"rates\": 1200, \"added\": 1200, \"known\": 0, \"refused\": 0}", run.outcome());
        assertEquals(
                "1.2199",
                front.rates
                        .quote(RateQuery.of("EUR", "USD", RateType.OFFICIAL, day.minusDays(1_199)))
                        .factor()
                        .rounded(4, RoundingMode.UNNECESSARY)
                        .toPlainString());
    }

    @Test
    public void whoMayNotChangeRatesImportsNone() throws IOException {
        PaperFiles files = new PaperFiles("reader", folder.newFolder().toPath());
        files.keep(EcbWorker.INPUT, "application/xml", stream(HEAD + TAIL));
        PaperRun run = new PaperRun("reader", "{}", Front.READER, files);
        assertThrows(Forbidden.class, () -> worker.run(run));
    }

    private PaperRun run(String file) throws IOException {
        PaperRun run = paper(file);
        worker.run(run);
        return run;
    }

    private PaperRun paper(String file) throws IOException {
        PaperFiles files = new PaperFiles("job", folder.newFolder().toPath());
        files.keep(EcbWorker.INPUT, "application/xml", stream(file));
        return new PaperRun("job", "{\"type\": \"OFFICIAL\"}", Front.CLERK, files);
    }

    private int count() {
        return front.rates
                .desk()
                .list(Front.CLERK, RecordQuery.all().at(new PageRequest(PageRequest.MAX_LIMIT, null)))
                .items()
                .size();
    }

    private static String day(String date, String currency, String rate) {
        return "<Cube time='" + date + "'><Cube currency='" + currency + "' rate='" + rate + "'/></Cube>";
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
