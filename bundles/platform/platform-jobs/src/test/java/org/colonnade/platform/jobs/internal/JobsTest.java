package org.colonnade.platform.jobs.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class JobsTest extends OnEachDatabase {

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private Node node;

    @Before
    public void open() {
        node = new Node(database(), home.getRoot().toPath());
    }

    @Test
    public void aJobRunsOnBehalfOfItsOwner() {
        List<Actor> actors = new ArrayList<>();
        node.engine.add(Node.worker("crm.import", run -> {
            actors.add(run.actor());
            actors.add(Caller.current().actor());
            run.message("nearly there");
            run.progress(3, 4, "three");
            run.result("{\"rows\": 4}");
        }));
        String id = node.submit(Node.MALEE, "crm.import");
        assertEquals(JobState.QUEUED, node.get(id).state());
        assertEquals(1, node.engine.drain());
        assertEquals(List.of(Node.MALEE, Node.MALEE), actors);
        Job job = node.get(id);
        assertEquals(JobState.DONE, job.state());
        assertEquals(3, job.done());
        assertEquals(Long.valueOf(4), job.total());
        assertEquals("nearly there", job.message());
        assertEquals("{\"rows\": 4}", job.result());
        assertEquals(Node.MALEE.ref(), job.owner());
        assertNotNull(job.endedAt());
        assertTrue(job.keptUntil().isAfter(job.endedAt()));
        assertEquals(List.of("platform.job.done"), events());
    }

    @Test
    public void aJobIsThereIfAndOnlyIfItsTransactionIs() {
        node.engine.add(Node.worker("crm.import", run -> {}));
        assertThrows(
                IllegalStateException.class,
                () -> node.tx.write(work -> {
                    node.jobs.submit(work, JobDraft.of("crm.import", "Never", "{}"));
                    throw new IllegalStateException("the caller thought better of it");
                }));
        assertEquals(0, node.engine.drain());
        assertEquals(List.of(), list(Node.ADMIN));
    }

    @Test
    public void aJobSeesRightsThatItsOwnerStillHas() {
        List<Set<String>> rights = new ArrayList<>();
        node.engine.add(Node.worker("crm.import", run -> rights.add(run.actor().permissions())));
        node.submit(Node.MALEE, "crm.import");
        node.accounts.put(
                Node.MALEE.ref(),
                new Actor(Node.MALEE.ref(), "MALEE", Set.of("crm.party.read", "crm.tag.change"), false));
        node.engine.drain();
        assertEquals(List.of(Set.of("crm.party.read")), rights);
    }

    @Test
    public void aJobOfSomebodyLockedOutIsNotRun() {
        node.engine.add(Node.worker("crm.import", run -> run.result("1")));
        String id = node.submit(Node.MALEE, "crm.import");
        node.accounts.remove(Node.MALEE.ref());
        node.engine.drain();
        assertEquals("platform.job.owner-gone", node.get(id).failure().code());
    }

    @Test
    public void aRefusalKeepsItsCode() {
        node.engine.add(Node.worker("crm.import", run -> {
            throw new Rejected("crm.import.no-header", "There is no header.");
        }));
        String id = node.submit(Node.MALEE, "crm.import");
        node.engine.drain();
        assertEquals(JobState.FAILED, node.get(id).state());
        assertEquals(
                new Job.Failure("crm.import.no-header", "There is no header."),
                node.get(id).failure());
        assertEquals(List.of("platform.job.failed"), events());
    }

    @Test
    public void aJobWhoseWorkerIsAwayWaits() {
        String id = node.submit(Node.MALEE, "crm.import");
        assertEquals(0, node.engine.drain());
        assertEquals("crm", node.get(id).waitingFor());
        node.engine.add(Node.worker("crm.import", run -> {}));
        assertNull(node.get(id).waitingFor());
        assertEquals(1, node.engine.drain());
    }

    @Test
    public void othersJobsAreNotThere() {
        String id = node.submit(Node.MALEE, "crm.import");
        assertCode("platform.job.not-found", NotFound.class, () -> Node.as(Node.SOMCHAI, () -> node.jobs.get(id)));
        assertCode("platform.job.not-found", NotFound.class, () -> Node.as(Node.SOMCHAI, () -> node.jobs.cancel(id)));
        assertCode("platform.job.not-found", NotFound.class, () -> Node.as(Node.SOMCHAI, () -> node.jobs.files(id)));
        assertEquals(List.of(), list(Node.SOMCHAI));
        assertEquals(List.of(id), list(Node.MALEE));
        assertEquals(List.of(id), list(Node.ADMIN));
    }

    @Test
    public void aListGoesPageByPageAndByState() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, node.submit(Node.MALEE, "crm.import"));
        }
        Node.as(Node.MALEE, () -> node.jobs.cancel(ids.get(2)));
        var first = Node.as(Node.MALEE, () -> node.jobs.list(JobQuery.ALL, new PageRequest(3, null)));
        var second = Node.as(Node.MALEE, () -> node.jobs.list(JobQuery.ALL, new PageRequest(3, first.next())));
        assertEquals(ids.subList(0, 3), first.items().stream().map(Job::id).toList());
        assertEquals(ids.subList(3, 5), second.items().stream().map(Job::id).toList());
        assertNull(second.next());
        assertEquals(
                List.of(ids.get(2)),
                Node.as(
                                Node.ADMIN,
                                () -> node.jobs.list(
                                        new JobQuery(JobState.CANCELLED, "crm.import", false), PageRequest.first()))
                        .items()
                        .stream()
                        .map(Job::id)
                        .toList());
    }

    @Test
    public void oneThatWaitsIsCancelledAtOnce() {
        node.engine.add(Node.worker("crm.import", run -> {}));
        String id = node.submit(Node.MALEE, "crm.import");
        assertEquals(
                JobState.CANCELLED,
                Node.as(Node.MALEE, () -> node.jobs.cancel(id)).state());
        assertEquals(0, node.engine.drain());
        assertCode("platform.job.ended", Conflict.class, () -> Node.as(Node.MALEE, () -> node.jobs.cancel(id)));
    }

    @Test
    public void oneThatRunsIsCancelledWhenItsWorkerLooks() {
        List<Integer> steps = new ArrayList<>();
        node.engine.add(Node.worker("crm.import", run -> {
            for (int i = 0; i < 10; i++) {
                run.goOn();
                steps.add(i);
                if (i == 3) {
                    Node.as(Node.ADMIN, () -> node.jobs.cancel(run.id()));
                }
            }
        }));
        String id = node.submit(Node.MALEE, "crm.import");
        node.engine.drain();
        assertEquals(List.of(0, 1, 2, 3), steps);
        assertEquals(JobState.CANCELLED, node.get(id).state());
        assertFalse(node.get(id).cancelling());
    }

    @Test
    public void whatHasEndedCanBeRemoved() {
        String id = node.submit(Node.MALEE, "crm.import");
        assertCode(
                "platform.job.not-ended",
                Conflict.class,
                () -> Node.as(Node.MALEE, () -> {
                    node.jobs.remove(id);
                    return id;
                }));
        Node.as(Node.MALEE, () -> node.jobs.cancel(id));
        Node.as(Node.MALEE, () -> {
            node.jobs.remove(id);
            return id;
        });
        assertEquals(List.of(), list(Node.ADMIN));
    }

    @Test
    public void nobodyFloodsTheQueue() {
        for (int i = 0; i < 5; i++) {
            node.submit(Node.MALEE, "crm.import");
        }
        assertCode("platform.job.too-many", TooMany.class, () -> node.submit(Node.MALEE, "crm.import"));
        node.submit(Node.SOMCHAI, "crm.import");
    }

    @Test
    public void ownersTakeTurns() {
        List<String> order = new ArrayList<>();
        node.engine.add(Node.worker("crm.import", run -> order.add(run.actor().name())));
        for (int i = 0; i < 3; i++) {
            node.submit(Node.MALEE, "crm.import");
        }
        node.submit(Node.SOMCHAI, "crm.import");
        node.submit(Node.SOMCHAI, "crm.import");
        node.engine.drain();
        assertEquals(List.of("MALEE", "SOMCHAI", "MALEE", "SOMCHAI", "MALEE"), order);
    }

    @Test
    public void whatNobodyWaitsForGoesLast() {
        List<String> order = new ArrayList<>();
        node.engine.add(Node.worker("crm.import", run -> order.add("import")));
        node.engine.add(Node.worker("crm.sweep", run -> order.add("sweep")));
        Node.as(
                Node.MALEE,
                () -> node.jobs.submit(JobDraft.of("crm.sweep", "Sweep", "{}").inTheBackground()));
        node.submit(Node.SOMCHAI, "crm.import");
        node.engine.drain();
        assertEquals(List.of("import", "sweep"), order);
    }

    @Test
    public void whatIsNoJobIsRefused() {
        for (JobDraft draft : List.of(
                JobDraft.of("crm", "x", "{}"),
                JobDraft.of("crm.import", "", "{}"),
                JobDraft.of("crm.import", "x\u0000", "{}"),
                JobDraft.of("crm.import", "x", "{"),
                JobDraft.of("crm.import", "x", "{} {}"))) {
            assertCode(
                    "platform.job.invalid", Rejected.class, () -> Node.as(Node.MALEE, () -> node.jobs.submit(draft)));
        }
    }

    private List<String> list(Actor actor) {
        return Node.as(actor, () -> node.jobs.list(JobQuery.ALL, PageRequest.first())).items().stream()
                .map(Job::id)
                .toList();
    }

    private List<String> events() {
        database().placeEvents();
        return database().eventLog().entries(null, PageRequest.first()).items().stream()
                .map(EventLog.Entry::type)
                .toList();
    }

    private static <T extends Problem> void assertCode(
            String code, Class<T> type, org.junit.function.ThrowingRunnable run) {
        assertEquals(code, assertThrows(type, run).code());
    }
}
