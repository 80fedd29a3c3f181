package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobPriority;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Work;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** The search for duplicates as a job: cut off, gone on with, called off. */
public class DuplicateScanJobTest extends OnEachDatabase {

    private static final Actor MALEE =
            new Actor(new Ref("platform", "user", "MALEE"), "malee", Set.of(MergeDesk.MERGE), false);
    private static final int PAIRS = 101;
    private static final String MARK = "insert into scan_mark (place, done, checkpoint) values (?, ?, ?)";
    private static final String LAST = "select checkpoint from scan_mark order by place desc limit 1";
    private static final String DONE = "select done from scan_mark order by place";

    private Office office;
    private DuplicateScanWorker worker;

    @Before
    public void open() throws SQLException {
        office = new Office(database());
        worker = new DuplicateScanWorker(new DuplicateScan(office.tx, office.settings, office.memory));
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table scan_mark (place int primary key, done bigint, checkpoint varchar(200))");
        }
    }

    @Test
    public void aSearchThatIsCutOffGoesOnWhereItStoodAndFindsWhatOneInOnePieceFinds() {
        fill();
        Run first = new Run(MALEE);
        first.cutAt = 2;
        assertThrows(IllegalStateException.class, () -> worker.run(first.asRun()));
        assertEquals("what was cut off in its middle is not counted", List.of(200L), marks());
        long halfway = pairs();
        Run second = new Run(MALEE);
        worker.run(second.asRun());
        assertEquals("the first stretch is not done again", List.of(200L, 202L), marks());
        assertEquals(List.of(202L), second.totals);
        ScanProgress result = Json.read(second.result, ScanProgress.class);
        assertTrue(result.done());
        assertEquals(List.of(202L, pairs()), List.of(result.parties(), result.found()));
        assertTrue("" + pairs(), pairs() >= PAIRS && pairs() > halfway);
        ScanProgress whole = office.matches.scan(MALEE, null);
        assertEquals("in one piece it finds nothing new", 0, whole.found());
        Run third = new Run(MALEE);
        worker.run(third.asRun());
        assertEquals("at its end there is nothing left to do", 202L, last(marks()));
    }

    @Test
    public void whoCallsItOffEndsItBetweenTwoStretches() {
        office.person("Ann", "Lee");
        Run run = new Run(MALEE);
        run.calledOff = true;
        assertThrows(RunEnded.class, () -> worker.run(run.asRun()));
        assertEquals(List.of(), marks());
    }

    @Test
    public void onlyWhoMayMergeSearches() {
        Actor nobody = new Actor(MALEE.ref(), "malee", Set.of(), false);
        assertThrows(Forbidden.class, () -> office.matches.scanAll(nobody));
        assertThrows(Forbidden.class, () -> worker.run(new Run(nobody).asRun()));
    }

    @Test
    public void itIsSubmittedForWhenNothingElseWantsToRun() {
        assertEquals(
                "crm.scan.no-jobs",
                assertThrows(Unavailable.class, () -> office.matches.scanAll(MALEE))
                        .code());
        List<JobDraft> drafts = new ArrayList<>();
        office.matches.jobs = (Jobs) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, call, given) -> {
                    drafts.add((JobDraft) given[1]);
                    return "0AAAAAAAAAAAA";
                });
        assertEquals("0AAAAAAAAAAAA", office.matches.scanAll(MALEE));
        assertEquals(worker.kind(), drafts.get(0).kind());
        assertEquals(JobPriority.LOW, drafts.get(0).priority());
    }

    private void fill() {
        for (int i = 0; i < PAIRS; i++) {
            String given = "Given" + (char) ('a' + i % 25) + (char) ('a' + i / 25);
            String family = "Q" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "xo" + (char) ('a' + i * 7 % 26);
            String birthday = (1900 + i % 100) + "-0" + (1 + i / 100) + "-1" + i % 10;
            for (int twice = 0; twice < 2; twice++) {
                office.create(new PartyDraft(
                        PartyKind.PERSON,
                        null,
                        PersonName.of(given, family),
                        null,
                        null,
                        null,
                        null,
                        birthday,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
            }
        }
    }

    private long pairs() {
        long count = 0;
        String after = null;
        do {
            var page = office.directory.duplicates(Office.ACTOR, Duplicate.State.OPEN, new PageRequest(100, after));
            count += page.items().size();
            after = page.next();
        } while (after != null);
        return count;
    }

    private List<Long> marks() {
        return office.tx.read(work -> Sql.query(work.unwrap(Connection.class), DONE, row -> row.getLong(1)));
    }

    private static long last(List<Long> all) {
        return all.get(all.size() - 1);
    }

    /** A run that keeps its checkpoint as the platform does: in the transaction that it is given. */
    private final class Run {

        private final Actor actor;
        private final String checkpoint;
        private final List<Long> totals = new ArrayList<>();
        private int cutAt;
        private int told;
        private boolean calledOff;
        private String result;

        Run(Actor actor) {
            this.actor = actor;
            List<String> kept =
                    office.tx.read(work -> Sql.query(work.unwrap(Connection.class), LAST, row -> row.getString(1)));
            checkpoint = kept.isEmpty() ? null : kept.get(0);
        }

        JobRun asRun() {
            return (JobRun) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {JobRun.class},
                    (proxy, call, given) -> switch (call.getName()) {
                        case "actor" -> actor;
                        case "checkpoint" -> checkpoint;
                        case "goOn" -> goOn();
                        case "progress" -> progress((Work) given[0], (long) given[1], (long) given[2], given[3]);
                        case "result" -> result = (String) given[0];
                        case "message" -> null;
                        default -> throw new UnsupportedOperationException(call.getName());
                    });
        }

        private Object goOn() {
            if (calledOff) {
                throw new RunEnded("called off");
            }
            return null;
        }

        private Object progress(Work work, long done, long total, Object where) throws SQLException {
            Connection connection = work.unwrap(Connection.class);
            int place = Sql.query(connection, DONE, row -> row.getLong(1)).size();
            Sql.update(connection, MARK, place, done, where);
            told++;
            if (told == cutAt) {
                throw new IllegalStateException("cut off");
            }
            totals.add(total);
            return null;
        }
    }
}
