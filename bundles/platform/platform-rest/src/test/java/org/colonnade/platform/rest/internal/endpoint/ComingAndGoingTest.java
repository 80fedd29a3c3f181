package org.colonnade.platform.rest.internal.endpoint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.rest.internal.door.Answer;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ComingAndGoingTest {

    private static final String THINGS = "/api/sample/things";
    private TestHouse house;

    @Before
    public void open() {
        house = new TestHouse();
    }

    @After
    public void close() throws Exception {
        house.close();
    }

    @Test
    public void aFunctionThatLeavesIsStoppedAndNoLongerUnknown() throws Exception {
        Answer.refused(404, "platform.path.unknown", house.get("reader", THINGS));
        SampleModule module = SampleModule.of(new ThingResource());
        house.board.arrive(module);
        Answer.ok(200, house.get("reader", THINGS));
        house.board.leave(module);
        HttpResponse<String> answer = house.get("reader", THINGS);
        Answer.refused(503, "platform.function.stopped", answer);
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")) > 0);
        Answer.refused(401, "platform.token.missing", house.send(house.to(THINGS)));
        house.board.arrive(SampleModule.of(new ThingResource()));
        Answer.ok(200, house.get("reader", THINGS));
    }

    @Test
    public void whatTheCatalogueKnowsSaysHowToInstallIt() throws Exception {
        house.board.catalogue(new Catalogue());
        assertTrue(Answer.refused(404, "platform.function.not-installed", house.get("reader", "/api/crm/parties"))
                .path("detail")
                .asText()
                .contains("/api/platform/functions/crm/install"));
        Answer.refused(503, "platform.function.stopped", house.get("reader", "/api/sales"));
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/api/nothing/x"));
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/api/"));
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/api/Crm%20x"));
    }

    @Test
    public void whileTheCatalogueIsNotThereTheCallerIsToldToAskAgain() throws Exception {
        house.board.catalogue(null);
        Answer.refused(503, "platform.starting", house.get("reader", "/api/crm/parties"));
    }

    @Test
    public void aRequestUnderWayFinishesWhileItsFunctionLeaves() throws Exception {
        Slow slow = new Slow();
        SampleModule module = SampleModule.of(slow);
        house.board.arrive(module);
        CompletableFuture<HttpResponse<String>> waiting = house.client.sendAsync(
                house.as("reader", "/api/sample/slow").build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(slow.entered.await(10, TimeUnit.SECONDS));
        CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> house.board.leave(module));
        HttpResponse<String> refused = house.get("reader", "/api/sample/slow");
        while (refused.statusCode() == 200) {
            refused = house.get("reader", "/api/sample/slow");
        }
        Answer.refused(503, "platform.function.stopped", refused);
        assertFalse("the leaving waits", leaving.isDone());
        slow.gate.countDown();
        Answer.ok(200, waiting.get(10, TimeUnit.SECONDS));
        leaving.get(10, TimeUnit.SECONDS);
    }

    @Test
    public void modulesThatShareAPathComeAndGoOneByOne() throws Exception {
        SampleModule first = SampleModule.of(new ThingResource());
        SampleModule second = new SampleModule("other", "sample", List.of(new Slow()));
        house.board.arrive(first);
        house.board.arrive(second);
        Answer.ok(200, house.get("reader", THINGS));
        Answer.ok(200, house.get("reader", "/api/sample/slow?now=true"));
        house.board.leave(first);
        Answer.refused(404, "platform.path.unknown", house.get("reader", THINGS));
        Answer.ok(200, house.get("reader", "/api/sample/slow?now=true"));
        house.board.leave(second);
        Answer.refused(503, "platform.function.stopped", house.get("reader", "/api/sample/slow?now=true"));
    }

    @Test
    public void othersDoNotNoticeThatAFunctionComesAndGoes() throws Exception {
        house.board.arrive(SampleModule.of(new ThingResource()));
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger answered = new AtomicInteger();
        CompletableFuture<Integer> traffic = CompletableFuture.supplyAsync(() -> {
            int failed = 0;
            while (going.get()) {
                try {
                    failed += house.get("reader", THINGS).statusCode() == 200 ? 0 : 1;
                    answered.incrementAndGet();
                } catch (Exception e) {
                    failed++;
                }
            }
            return failed;
        });
        int own = 0;
        for (int i = 0; i < 30; i++) {
            SampleModule other = new SampleModule("other", "other", List.of(new ThingResource()));
            house.board.arrive(other);
            own += house.get("reader", "/api/other/things").statusCode() == 200 ? 1 : 0;
            SampleModule newer = new SampleModule("newer", "other", List.of(new Slow()));
            house.board.arrive(newer);
            own += house.get("reader", "/api/other/things").statusCode() == 200 ? 1 : 0;
            house.board.leave(other);
            house.board.leave(newer);
        }
        going.set(false);
        assertEquals(0, (int) traffic.get(10, TimeUnit.SECONDS));
        assertEquals(60, own);
        assertTrue(answered.get() > 30);
    }

    @Test
    public void aModuleThatDoesNotSayWhomItLetsInIsRefused() throws Exception {
        for (Object faulty : List.of(new Undeclared(), new Contradicting(), new Unknown(), new WithoutPath())) {
            SampleModule module = SampleModule.of(new ThingResource(), faulty);
            house.board.arrive(module);
            Answer.refused(503, "platform.function.stopped", house.get("admin", THINGS));
            Answer.refused(503, "platform.function.stopped", house.get("admin", "/api/sample/faulty"));
            assertEquals(1, house.board.switchboard.refused().size());
            house.board.leave(module);
        }
        house.board.arrive(SampleModule.of(new ThingResource()));
        Answer.ok(200, house.get("admin", THINGS));
    }

    @Test
    public void aFunctionCanBeInstalledFromWithinARequest() throws Exception {
        Installer installer = new Installer(house.board);
        house.board.arrive(new SampleModule("platform", "platform", List.of(installer)));
        Answer.ok(
                200,
                house.send(house.as("admin", "/api/platform/install")
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody())));
        Answer.ok(200, house.get("reader", THINGS));
    }

    /** It would wait for itself until the patience of the switchboard is over. */
    @Test
    public void whatIsRemovedByARequestToItsOwnPathDoesNotWaitForThatRequest() throws Exception {
        SampleModule leaving = new SampleModule("late", "platform", List.of(new ThingResource()));
        house.board.arrive(leaving);
        house.board.arrive(new SampleModule("platform", "platform", List.of(new Remover(house.board, leaving))));
        Answer.ok(200, house.get("reader", "/api/platform/things"));
        long begun = System.nanoTime();
        Answer.ok(
                200,
                house.send(house.as("admin", "/api/platform/remove")
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody())));
        assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) < 4_000);
        Answer.refused(404, "platform.path.unknown", house.get("reader", "/api/platform/things"));
    }

    /** Waits until it is told, or not at all. */
    @Path("/slow")
    public static final class Slow {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);

        @GET
        @Requires("sample.thing.read")
        @Operation("Waits.")
        public List<String> slow(@javax.ws.rs.QueryParam("now") boolean now) throws InterruptedException {
            boolean first = entered.getCount() == 1;
            entered.countDown();
            return List.of(Boolean.toString(now || !first || gate.await(20, TimeUnit.SECONDS)));
        }
    }

    /** Installs the sample. */
    @Path("/install")
    public static final class Installer {

        private final TestBoard board;

        Installer(TestBoard board) {
            this.board = board;
        }

        @POST
        @Requires("sample.thing.change")
        @Operation("Installs.")
        public List<String> install() {
            board.arrive(SampleModule.of(new ThingResource()));
            return List.of("done");
        }
    }

    /** Removes a module. */
    @Path("/remove")
    public static final class Remover {

        private final TestBoard board;
        private final SampleModule leaving;

        Remover(TestBoard board, SampleModule leaving) {
            this.board = board;
            this.leaving = leaving;
        }

        @POST
        @Requires("sample.thing.change")
        @Operation("Removes.")
        public List<String> remove() {
            return Endpoint.aside(() -> {
                board.leave(leaving);
                return List.of("done");
            });
        }
    }

    /** Says nothing. */
    @Path("/faulty")
    public static final class Undeclared {
        @GET
        public String all() {
            return "all";
        }
    }

    /** Says both. */
    @Path("/faulty")
    public static final class Contradicting {
        @GET
        @Requires("sample.thing.read")
        @Open(Open.To.EVERYBODY)
        public String all() {
            return "all";
        }
    }

    /** Names a permission of nobody. */
    @Path("/faulty")
    public static final class Unknown {
        @GET
        @Requires("sample.thing.steal")
        public String all() {
            return "all";
        }
    }

    /** Is nowhere. */
    public static final class WithoutPath {
        @GET
        @Requires("sample.thing.read")
        public String all() {
            return "all";
        }
    }

    private static final class Catalogue implements Functions {

        @Override
        public List<FunctionStatus> all() {
            return List.of(get("crm"), get("sales"));
        }

        @Override
        public FunctionStatus get(String id) {
            return switch (id) {
                case "crm" -> new FunctionStatus("crm", "Customers", FunctionStatus.State.AVAILABLE, null, "1.0.0");
                case "sales" -> new FunctionStatus("sales", "Sales", FunctionStatus.State.STARTING, "1.0.0", "1.0.0");
                default -> throw NotFound.of("platform", "function", id);
            };
        }

        @Override
        public FunctionStatus install(String id) {
            return get(id);
        }

        @Override
        public FunctionStatus update(String id) {
            return get(id);
        }

        @Override
        public FunctionStatus remove(String id) {
            return get(id);
        }
    }
}
