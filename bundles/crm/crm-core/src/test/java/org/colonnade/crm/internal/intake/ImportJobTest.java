package org.colonnade.crm.internal.intake;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportItem.Undone;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.ImportReport.State;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.privacy.ImportedParties;
import org.colonnade.crm.internal.privacy.PartyPersonalData;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Dossiers;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Imports as jobs: tried, committed, killed half-way, called off, taken back. */
public class ImportJobTest extends OnEachDatabase {

    private static final Actor NOBODY = new Actor(new Ref("platform", "user", "N"), "nobody", Set.of(), false);

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void aFileIsTriedThenCommittedThenTakenBack() {
        ImportReport begun = begin(rows(0, 3) + "Bob,b,too much\n", true);
        assertEquals(State.QUEUED, begun.state());
        assertNotNull(begun.job());
        office.jobs.work();
        ImportReport tried = office.imports.await(Office.ACTOR, begun.id(), Duration.ofSeconds(1));
        assertEquals(List.of(State.TRIED, true, 3L, 1L), said(tried));
        assertEquals(4, tried.items().size());
        assertEquals(0, count());
        conflict("crm.import.nothing-stored", () -> office.imports.revert(Office.ACTOR, begun.id()));

        assertEquals(
                State.QUEUED, office.imports.commit(Office.ACTOR, begun.id()).state());
        conflict("crm.import.not-tried", () -> office.imports.commit(Office.ACTOR, begun.id()));
        conflict("crm.import.not-ended", () -> office.imports.revert(Office.ACTOR, begun.id()));
        office.jobs.work();
        assertEquals(List.of(State.FINISHED, false, 3L, 1L), said(get(begun)));
        assertEquals(3, count());
        assertEquals(
                "place,line,code,reasons,entry\r\n4,5,crm.row.too-many-cells,"
                        + "\"The row has 3 cells, the header has 2 columns.\",\"Bob,b,too much\"\r\n",
                Office.text(office.imports.errors(Office.ACTOR, begun.id())));

        office.imports.revert(Office.ACTOR, begun.id());
        conflict("crm.import.not-ended", () -> office.imports.revert(Office.ACTOR, begun.id()));
        office.jobs.work();
        ImportReport back = get(begun);
        assertEquals(State.REVERTED, back.state());
        assertEquals(new ImportReport.Reverted(3, 0, 0, Map.of()), back.reverted());
        assertEquals(0, count());
        conflict("crm.import.reverted", () -> office.imports.revert(Office.ACTOR, begun.id()));
        assertEquals(1, completed());
        assertEquals("the same file makes them anew", 3, office.rows(rows(0, 3)).created());
    }

    @Test
    public void whatWasKilledGoesOnWithNothingLostAndNothingTwice() {
        ImportReport begun = begin(rows(0, 1300), false);
        office.jobs.work(begun.job(), Office.ACTOR, 2, false);
        assertEquals(State.RUNNING, get(begun).state());
        assertEquals(500, count());
        office.jobs.work(begun.job(), Office.ACTOR, 2, false);
        assertEquals(1000, count());
        office.jobs.work();
        assertEquals(List.of(State.FINISHED, false, 1300L, 0L), said(get(begun)));
        assertEquals(1300, count());
        assertEquals(1, completed());
        office.imports.revert(Office.ACTOR, begun.id());
        office.jobs.work(get(begun).job(), Office.ACTOR, 6, false);
        assertEquals(State.REVERTING, get(begun).state());
        assertTrue("" + count(), count() < 1300 && count() > 0);
        office.jobs.work();
        assertEquals(1300, get(begun).reverted().removed());
        assertEquals(0, count());
    }

    /** Two portions are written at the same time, so each of these must wait for the one before or be told of it. */
    @Test
    public void whatALaterPortionSaysOfAnEarlierOneIsSeen() {
        ImportReport begun = begin(
                "First Name,Last Name,Nr,E-mail\n" + numbered(0, 500) + "Pat,Mill,1,again@x.example\n"
                        + numbered(500, 999) + "Ann,Other,,p503@x.example\n" + numbered(1000, 1499),
                false,
                "Nr=identifier.nr");
        office.jobs.work();
        assertEquals(
                List.of(1499L, 1L), List.of(get(begun).created(), get(begun).updated()));
        assertEquals(1499, count());
        ImportItem ann = office.imports
                .items(Office.ACTOR, begun.id(), null, new PageRequest(1, PageRequest.cursor(Tsid.text(1000))))
                .items()
                .get(0);
        assertEquals("Ann Other", ann.name());
        assertEquals("Person 503 P", ann.suspects().get(0).displayName());
    }

    private static String numbered(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append("Person ")
                    .append(i)
                    .append(",P,")
                    .append(i)
                    .append(",p")
                    .append(i)
                    .append("@x.example\n");
        }
        return rows.toString();
    }

    @Test
    public void aDryRunThatWasKilledBeginsAnew() {
        ImportReport begun = begin(rows(0, 700), true);
        office.jobs.work(begun.job(), Office.ACTOR, 2, false);
        office.jobs.work();
        assertEquals(List.of(State.TRIED, true, 700L, 0L), said(get(begun)));
        assertEquals(
                500,
                office.imports
                        .items(Office.ACTOR, begun.id(), null, new PageRequest(500, null))
                        .items()
                        .size());
        assertEquals(0, count());
    }

    @Test
    public void whoCallsItOffKeepsWhatIsStoredAndMayTakeItBack() {
        ImportReport begun = begin(rows(0, 1700), false);
        office.jobs.work(begun.job(), Office.ACTOR, Integer.MAX_VALUE, true);
        assertEquals(State.CANCELLED, get(begun).state());
        assertEquals("the first and the one that was being written beside it", 1000, count());
        office.imports.revert(Office.ACTOR, begun.id());
        office.jobs.work();
        assertEquals(0, count());
        ImportReport waiting = begin(rows(0, 1), false);
        office.jobs.cancel(waiting.job());
        assertEquals(State.CANCELLED, get(waiting).state());
        office.jobs.remove(waiting.job());
        assertEquals(State.INTERRUPTED, get(waiting).state());
    }

    @Test
    public void whatWasTouchedSinceStaysAndIsCounted() {
        office.rows("First Name,E-mail\nPat,pat@x.example\nQuin,quin@x.example\n", "E-mail=identifier.mail");
        ImportReport begun = begin(
                "First Name,E-mail,Job Title\nPat,pat@x.example,Boss\nQuin,quin@x.example,Clerk\n"
                        + "Ann,ann@x.example,\nBob,bob@x.example,\nCem,cem@x.example,\nDan,dan@x.example,\n"
                        + "Eve,eve@x.example,\n",
                false,
                "E-mail=identifier.mail");
        office.jobs.work();
        assertEquals(List.of(5L, 2L), List.of(get(begun).created(), get(begun).updated()));
        office.desk.change(Office.ACTOR, one("pat").id(), version -> {}, draft -> PartyRule.called(draft, "Patricia"));
        office.desk.addNote(Office.ACTOR, one("ann").id(), new NoteDraft("Called her"));
        office.desk.change(Office.ACTOR, one("bob").id(), version -> {}, draft -> PartyRule.called(draft, "Robert"));
        office.merges.merge(
                Office.ACTOR, MergeRequest.of(one("cem").id(), one("dan").id()));
        Ref eve = one("eve").ref();
        Paper.dossiers(office.jobs.worker(RevertWorker.KIND), (Dossiers) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Dossiers.class},
                (proxy, call, given) -> given[1].equals(eve) ? Map.of("attachments", 1L) : Map.of()));
        office.imports.revert(Office.ACTOR, begun.id());
        office.jobs.work();
        assertEquals(
                new ImportReport.Reverted(0, 1, 6, Map.of(Undone.KEPT_CHANGED, 4L, Undone.KEPT_IN_USE, 2L)),
                get(begun).reverted());
        assertNull(one("quin").jobTitle());
        assertEquals("Boss", one("patricia").jobTitle());
        assertEquals(
                List.of(Undone.KEPT_CHANGED, Undone.RESTORED, Undone.KEPT_IN_USE),
                items(begun).stream().map(ImportItem::undone).limit(3).toList());
    }

    @Test
    public void twoImportsAreTakenBackOneAfterTheOther() {
        ImportReport first = begin("First Name,No\nAnn,1\n", false, "No=identifier.no");
        office.jobs.work();
        ImportReport second = begin("First Name,No,Job Title\nAnn,1,Boss\n", false, "No=identifier.no");
        office.jobs.work();
        for (ImportReport one : List.of(second, first)) {
            office.imports.revert(Office.ACTOR, one.id());
            office.jobs.work();
        }
        assertEquals(1, get(first).reverted().removed());
        assertEquals(0, count());
    }

    @Test
    public void rightsAreLookedAtWhenItRuns() {
        assertThrows(
                Forbidden.class,
                () -> office.imports.begin(NOBODY, FileFormat.VCARD, stream(""), ImportOptions.real()));
        ImportReport begun = begin(rows(0, 1), false);
        assertThrows(Forbidden.class, () -> office.jobs.work(begun.job(), NOBODY, Integer.MAX_VALUE, false));
        assertEquals(State.FAILED, get(begun).state());
        assertEquals("platform.forbidden", get(begun).failure().code());
        assertEquals(0, count());
    }

    @Test
    public void whoWaitsHearsHowItStands() {
        ImportReport begun = begin(rows(0, 1), false);
        assertEquals(
                State.QUEUED,
                office.imports
                        .await(Office.ACTOR, begun.id(), Duration.ofMillis(1))
                        .state());
        office.jobs.work();
        ImportReport report = office.imports.await(Office.ACTOR, begun.id(), Duration.ofSeconds(1));
        assertEquals(State.FINISHED, report.state());
        assertEquals(1, report.items().size());
    }

    @Test
    public void theFileOfADryRunIsNotKeptForEver() {
        ImportReport begun = begin(rows(0, 1), true);
        office.jobs.work();
        office.jobs.remove(begun.job());
        conflict("crm.import.file-gone", () -> office.imports.commit(Office.ACTOR, begun.id()));
    }

    @Test
    public void anErasureLearnsByWhichJobsAPartyCame() {
        ImportReport begun = begin(rows(0, 1), false);
        office.jobs.work();
        ImportReport other = begin(rows(1, 2), false);
        office.jobs.work();
        ImportItem item = office.imports
                .items(Office.ACTOR, begun.id(), null, new PageRequest(1, null))
                .items()
                .get(0);
        Ref party = new Ref("crm", "party", item.party());
        ImportedParties imported = new ImportedParties(office.tx);
        List<String> jobs = List.of(begun.job(), other.job());
        assertEquals(Set.of(begun.job()), imported.jobs(jobs, List.of(party, new Ref("sales", "order", "X"))));
        new PartyPersonalData(
                        office.tx,
                        office.settings,
                        database().redaction(),
                        database().auditLog())
                .erase(party, new ErasureContext("C", false, List.of()));
        assertEquals("also afterwards", Set.of(begun.job()), imported.jobs(jobs, List.of(party)));
        assertEquals(Set.of(), imported.jobs(List.of(other.job()), List.of(party)));
        assertEquals(Set.of(), imported.jobs(jobs, List.of(new Ref("sales", "order", "X"))));
    }

    private static void conflict(String code, ThrowingRunnable call) {
        Problem problem = assertThrows(Conflict.class, call);
        assertEquals(code, problem.code());
    }

    private static List<Object> said(ImportReport report) {
        return List.of(report.state(), report.dryRun(), report.created(), report.refused());
    }

    private ImportReport begin(String table, boolean dryRun, String... map) {
        return office.imports.begin(
                Office.ACTOR, FileFormat.TABLE, stream(table), new ImportOptions(dryRun, List.of(map), null, null));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport get(ImportReport report) {
        return office.imports.get(Office.ACTOR, report.id());
    }

    private List<ImportItem> items(ImportReport report) {
        return office.imports
                .items(Office.ACTOR, report.id(), null, PageRequest.first())
                .items();
    }

    private Party one(String words) {
        return office.all(PartyQuery.text(words)).get(0);
    }

    private int count() {
        return office.all(PartyQuery.ALL).size();
    }

    private int completed() {
        database().placeEvents();
        return database()
                .eventLog()
                .entries("crm.import.completed", PageRequest.first())
                .items()
                .size();
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder("First Name,E-mail\n");
        for (int i = from; i < to; i++) {
            rows.append("Person ").append(i).append(",p").append(i).append("@x.example\n");
        }
        return rows.toString();
    }
}
