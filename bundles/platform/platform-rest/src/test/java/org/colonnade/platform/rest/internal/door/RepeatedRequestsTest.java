package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.store.KeptAnswer;
import org.colonnade.platform.api.store.KeyedRequest;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Keeps;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class RepeatedRequestsTest {

    private final Orders orders = new Orders();
    private final Book book = new Book();
    private final TestHouse house = new TestHouse();

    @Before
    public void open() {
        house.board.answers(book);
        house.board.arrive(SampleModule.of(orders));
    }

    @After
    public void close() throws Exception {
        house.close();
    }

    @Test
    public void aRepetitionHasTheSameAnswerAndNoEffect() throws Exception {
        HttpResponse<String> first = order("k1", "{\"what\": \"tea\"}");
        HttpResponse<String> second = order("\"k1\"", "{\"what\": \"tea\"}");
        assertEquals(201, first.statusCode());
        assertEquals("{\"number\":1,\"what\":\"tea\"}", first.body());
        assertEquals(same(first), same(second));
        assertEquals(
                "/api/sample/orders/1", second.headers().firstValue("Location").orElse(null));
        assertEquals("\"3\"", second.headers().firstValue("ETag").orElse(null));
        assertTrue(first.headers().firstValue("Idempotency-Replayed").isEmpty());
        assertEquals("true", second.headers().firstValue("Idempotency-Replayed").orElse(null));
        assertEquals(1, orders.made.get());
        assertEquals("sample", book.lastModule);
    }

    @Test
    public void whatIsKnownAfterTheCommitIsFilledIn() throws Exception {
        house.board.late((body, actor) -> body.replace("tea", actor.name() + "'s tea"));
        HttpResponse<String> first = order("k1", "{\"what\": \"tea\"}");
        assertEquals("{\"number\":1,\"what\":\"writer's tea\"}", first.body());
        assertEquals(first.body(), order("k1", "{\"what\": \"tea\"}").body());
        house.board.late((body, actor) -> {
            throw new Unavailable("sample.not-yet", "Not known yet.", Duration.ofSeconds(1));
        });
        Answer.refused(503, "sample.not-yet", order("k1", "{\"what\": \"tea\"}"));
        house.board.late(null);
        assertEquals(
                "{\"number\":1,\"what\":\"tea\"}",
                order("k1", "{\"what\": \"tea\"}").body());
        assertEquals(1, orders.made.get());
    }

    @Test
    public void theAnswerIsTheSameAsWithoutAKey() throws Exception {
        HttpResponse<String> plain =
                house.post("writer", "/api/sample/orders", "application/json", "{\"what\": \"tea\"}");
        orders.made.set(0);
        assertEquals(same(plain), same(order("k", "{\"what\": \"tea\"}")));
    }

    @Test
    public void anotherBodyPathOrQueryIsAnotherRequest() throws Exception {
        order("k1", "{\"what\": \"tea\"}");
        Answer.refused(422, "platform.idempotency.other-request", order("k1", "{\"what\": \"tea\" }"));
        Answer.refused(
                422,
                "platform.idempotency.other-request",
                send("k1", "/api/sample/orders/file", "text/csv", "{\"what\": \"tea\"}"));
        Answer.refused(
                422,
                "platform.idempotency.other-request",
                send("k1", "/api/sample/orders?loud=true", "application/json", "{\"what\": \"tea\"}"));
        assertEquals(1, orders.made.get());
    }

    @Test
    public void aKeyThatMakesNoSenseIsRefused() throws Exception {
        for (String key : new String[] {"", "a b", "x".repeat(256), "\"", "\"a"}) {
            Answer.refused(400, "platform.idempotency.malformed", order(key, "{\"what\": \"tea\"}"));
        }
        Answer.refused(
                400,
                "platform.idempotency.malformed",
                house.send(keyed("one", "/api/sample/orders", "application/json")
                        .header("Idempotency-Key", "two")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"what\": \"tea\"}"))));
        assertEquals(0, orders.made.get());
    }

    @Test
    public void aRefusalIsNotRemembered() throws Exception {
        Answer.refused(422, "sample.order.invalid", order("k1", "{\"what\": \"coffee\"}"));
        Answer.refused(409, "sample.order.out", order("k1", "{\"what\": \"water\"}"));
        assertEquals(0, book.kept.size());
        assertEquals(201, order("k1", "{\"what\": \"tea\"}").statusCode());
    }

    @Test
    public void aFileIsReadOnceAndKnownByItsWholeContent() throws Exception {
        assertEquals(
                "{\"number\":4,\"what\":\"file\"}",
                send("k1", "/api/sample/orders/file", "text/csv", "a,b\n").body());
        HttpResponse<String> again = send("k1", "/api/sample/orders/file", "text/csv", "a,b\n");
        assertEquals("{\"number\":4,\"what\":\"file\"}", again.body());
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(null));
        Answer.refused(
                422, "platform.idempotency.other-request", send("k1", "/api/sample/orders/file", "text/csv", "a,c\n"));
        assertNull(book.lastModule);
        assertEquals(1, orders.made.get());
    }

    @Test
    public void secretsAndStreamsAreNotKept() throws Exception {
        for (String path : new String[] {"secret", "stream"}) {
            HttpResponse<String> first = send(path, "/api/sample/orders/" + path, null, "");
            assertEquals(200, first.statusCode());
            assertTrue(first.body(), first.body().contains("hush"));
            Answer.refused(409, "platform.idempotency.not-kept", send(path, "/api/sample/orders/" + path, null, ""));
            assertTrue(book.kept.values().stream()
                    .noneMatch(kept -> String.valueOf(kept.answer.body()).contains("hush")));
        }
        assertEquals(2, orders.made.get());
    }

    @Test
    public void nothingToSayIsKeptAsWell() throws Exception {
        assertEquals(204, send("k1", "/api/sample/orders/nothing", null, "").statusCode());
        HttpResponse<String> again = send("k1", "/api/sample/orders/nothing", null, "");
        assertEquals(204, again.statusCode());
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(null));
        assertEquals(1, orders.made.get());
    }

    @Test
    public void whereNobodyIsRecognisedKeysMeanNothing() throws Exception {
        for (int i = 1; i <= 2; i++) {
            assertEquals(204, send("k1", "/api/sample/orders/open", null, "").statusCode());
            assertEquals(i, orders.made.get());
        }
        assertEquals(0, book.kept.size());
    }

    @Test
    public void whileTheStoreIsAwayAKeyCannotBeHonoured() throws Exception {
        house.board.answers(null);
        Answer.refused(503, "platform.store.away", order("k1", "{\"what\": \"tea\"}"));
        assertEquals(
                201,
                house.post("writer", "/api/sample/orders", "application/json", "{\"what\": \"tea\"}")
                        .statusCode());
    }

    private HttpResponse<String> order(String key, String body) throws Exception {
        return send(key, "/api/sample/orders", "application/json", body);
    }

    private HttpResponse<String> send(String key, String path, String type, String body) throws Exception {
        return house.send(keyed(key, path, type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder keyed(String key, String path, String type) {
        HttpRequest.Builder request = house.as("writer", path).header("Idempotency-Key", key);
        return type == null ? request : request.header("Content-Type", type);
    }

    /** What must not differ. */
    private static String same(HttpResponse<String> answer) {
        Map<String, Object> headers = new HashMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.matches("(?i)x-request-id|idempotency-replayed|date"));
        return answer.statusCode() + " " + new java.util.TreeMap<>(headers) + answer.body();
    }

    /** The real one lives in the store; this one keeps in memory what it would keep. */
    private static final class Book implements AnswerBook {

        final Map<String, Kept> kept = new HashMap<>();
        String lastModule;

        @Override
        public KeptAnswer once(KeyedRequest request, Supplier<KeptAnswer> effect) {
            lastModule = request.module();
            Kept before = kept.get(request.owner() + request.key());
            if (before == null) {
                KeptAnswer answer = effect.get();
                kept.put(
                        request.owner() + request.key(),
                        new Kept(request.fingerprint().get(), answer));
                return answer;
            }
            if (!before.fingerprint.equals(request.fingerprint().get())) {
                throw new Rejected("platform.idempotency.other-request", "Other.");
            }
            KeptAnswer answer = before.answer;
            return new KeptAnswer(answer.status(), answer.headers(), answer.body(), answer.whole(), true);
        }
    }

    private record Kept(String fingerprint, KeptAnswer answer) {}

    /** What is ordered. */
    public record Order(Integer number, String what) {}

    @Path("/orders")
    @Produces("application/json")
    public static final class Orders {

        private final AtomicInteger made = new AtomicInteger();

        @POST
        @Consumes("application/json")
        @Requires("sample.thing.change")
        @Operation(value = "Orders.", example = "{\"what\": \"tea\"}", status = 201, answers = Order.class)
        public Response order(Order order, @javax.ws.rs.QueryParam("loud") boolean loud) {
            if (order.what().equals("coffee")) {
                throw new Rejected("sample.order.invalid", "There is none.");
            }
            if (order.what().equals("water")) {
                throw new Conflict("sample.order.out", "None left.");
            }
            int number = made.incrementAndGet();
            return Response.created(URI.create("orders/" + number))
                    .tag(new EntityTag("3"))
                    .entity(new Order(number, order.what()))
                    .build();
        }

        @POST
        @Path("/file")
        @Consumes("text/csv")
        @Requires("sample.thing.change")
        @Operation(value = "Takes many orders.", example = "a,b\n", keeps = Keeps.ANSWER_AFTERWARDS)
        public Order file(InputStream body) throws IOException {
            made.incrementAndGet();
            return new Order(body.readAllBytes().length, "file");
        }

        @POST
        @Path("/secret")
        @Requires("sample.thing.change")
        @Operation(value = "Makes a secret.", keeps = Keeps.FACT)
        public Order secret() {
            return new Order(made.incrementAndGet(), "hush");
        }

        @POST
        @Path("/stream")
        @Produces("text/csv")
        @Requires("sample.thing.change")
        @Operation("Answers a file.")
        public Download stream() {
            made.incrementAndGet();
            return new Download(
                    "text/csv", null, out -> out.write("hush".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        }

        @POST
        @Path("/nothing")
        @Requires("sample.thing.change")
        @Operation(value = "Says nothing.", status = 204)
        public void nothing() {
            made.incrementAndGet();
        }

        @POST
        @Path("/open")
        @Open(Open.To.EVERYBODY)
        @Operation(value = "Lets everybody in.", status = 204)
        public void open() {
            made.incrementAndGet();
        }
    }
}
