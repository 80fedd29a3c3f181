package org.colonnade.platform.rest.internal.shortcut;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.json.StrictJson;
import org.colonnade.platform.rest.internal.resource.ActorContext;
import org.colonnade.platform.rest.internal.resource.AnswerForm;
import org.colonnade.platform.rest.internal.resource.Downloads;
import org.colonnade.platform.rest.internal.resource.Guard;
import org.colonnade.platform.rest.internal.resource.Parameters;
import org.colonnade.platform.rest.internal.resource.ProblemAnswers;
import org.colonnade.platform.rest.internal.resource.Providers;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.colonnade.platform.rest.internal.sample.WaysResource;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Whatever is asked: the short way answers what CXF's chain answers. */
public class BothWaysTest {

    private static final String WAYS = "/api/sample/ways";
    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String PART = "{\"name\": \"skin\", \"count\": 2}";
    private static final int TRIES = 700;
    private static final WaysResource RESOURCE = new WaysResource();
    private static TestHouse house;

    @BeforeClass
    public static void open() {
        house = new TestHouse();
        house.board.arrive(SampleModule.of(new ThingResource(), RESOURCE, new WaysResource.Special()));
    }

    @AfterClass
    public static void close() throws Exception {
        house.close();
    }

    /** A request, with what the random ones vary. */
    private record Ask(String method, String path, String token, String type, String body, Map<String, String> head) {

        HttpRequest.Builder request(String accept) {
            HttpRequest.Builder request = house.to(path).header("X-Request-Id", "same");
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            if (type != null) {
                request.header("Content-Type", type);
            }
            if (accept != null) {
                request.header("Accept", accept);
            }
            head.forEach(request::header);
            return request.method(
                    method,
                    body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        }
    }

    @Test
    public void everyKindOfParameterIsReadAlike() throws Exception {
        shortened(get(""));
        shortened(get(
                "?text=a%20b+c%26&number=-3&preset=9&boxed=7&flag=true&kind=ROUND&tag=x&tag=%E0%B8%81&kinds=SQUARE"));
        shortened(get("?text=&tag=&at=2026-03-01T12:00:00Z"));
        shortened(get("?text"));
        for (String wrong : List.of(
                "number=x",
                "number=",
                "boxed=",
                "flag=1",
                "kind=round",
                "kinds=OVAL",
                "at=x",
                "text=1&text=2",
                "no=1")) {
            same(get("?" + wrong));
        }
        shortened(get("/abc"));
        shortened(get("/a.b:c~d+e"));
        shortened(get("/abc/"));
        shortened(get("/crm:party:0J5XK3T9ZQ1AB/parts/12"));
        same(get("/none/parts/12"));
        same(get("/crm:party:0J5XK3T9ZQ1AB/parts/x"));
        shortened(new Ask("DELETE", WAYS + "/7", "writer", null, null, Map.of("X-Number", "3")));
        shortened(new Ask("DELETE", WAYS + "/7", "writer", null, null, Map.of()));
        same(new Ask("DELETE", WAYS + "/7", "writer", null, null, Map.of("X-Number", "three")));
        same(new Ask("DELETE", WAYS + "/7", "writer", JSON, "{", Map.of()));
    }

    @Test
    public void everyKindOfBodyIsReadAlike() throws Exception {
        shortened(send("PUT", "/7", JSON, PART));
        shortened(send("POST", "/7/parts", JSON, "[" + PART + "]"));
        shortened(send("POST", "/tree", JSON, PART));
        shortened(send("POST", "/7/done", null, null));
        shortened(send("POST", "/none", null, null));
        shortened(new Ask("PATCH", WAYS + "/7", "writer", PATCH, "{\"count\": 3}", Map.of("If-Match", "\"1\", \"2\"")));
        for (String body : List.of(
                "",
                "{",
                "null",
                "[]",
                "{\"name\": 1}",
                "{\"what\": 1}",
                PART + PART,
                "{\"name\":\"a\",\"name\":\"b\"}")) {
            for (String type : new String[] {JSON, PATCH, "application/json;charset=utf-8", "text/plain", null}) {
                same(send("PUT", "/7", type, body));
                same(send("PATCH", "/7", type, body));
                same(send("POST", "/7/parts", type, body));
                same(send("POST", "/tree", type, body));
                same(send("POST", "/7/done", type, body));
            }
        }
        same(send("PUT", "/7", JSON, "\"" + "x".repeat(2_000_000) + "\""));
        same(new Ask("POST", WAYS + "/7/done", "writer", null, null, Map.of("Idempotency-Key", "k1")));
        same(new Ask("POST", WAYS + "/7/done", "writer", null, null, Map.of("Idempotency-Key", "not one")));
    }

    @Test
    public void everyKindOfAnswerIsWrittenAlike() throws Exception {
        for (String form : List.of(
                "null",
                "empty",
                "accepted",
                "gone",
                "bytes",
                "typed",
                "problem",
                "relative",
                "moved",
                "else",
                "text",
                "broken",
                "many",
                "raw",
                "rejected",
                "conflict",
                "web",
                "absent",
                "internal",
                "checked",
                "error",
                "unexpected")) {
            shortened(get("/form/" + form));
        }
    }

    @Test
    public void theSameAreLetIn() throws Exception {
        for (String token : new String[] {null, "reader", "writer", "admin", "nobody", "not a token"}) {
            for (String path :
                    List.of(WAYS, WAYS + "/open", WAYS + "/words", WAYS + "/7", "/api/sample/things/fails")) {
                same(new Ask("GET", path, token, null, null, Map.of()));
                same(new Ask("DELETE", path, token, null, null, Map.of()));
                same(new Ask("HEAD", path, token, null, null, Map.of()));
                same(new Ask("OPTIONS", path, token, null, null, Map.of()));
            }
        }
        Ask file = get("/7/file");
        same(file);
        same(get("/7/file?no=1"));
        assertTrue("Only CXF streams", RESOURCE.throughChain());
        Ask headers = new Ask("GET", WAYS + "/headers", "reader", null, null, Map.of("X-Number", "1"));
        same(headers);
        assertTrue("Only CXF gives a method the headers", RESOURCE.throughChain());
    }

    /** Whoever adds one adds it to the short way, and to this list. */
    @Test
    public void theShortWayKnowsWhatStandsInTheLongOne() {
        Set<Class<?>> standing = Providers.all(new JsonBodies(new StrictJson()), Map.of()).stream()
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        Guard.class,
                        AnswerForm.class,
                        JsonBodies.class,
                        Downloads.class,
                        Parameters.class,
                        ActorContext.class,
                        ProblemAnswers.class,
                        ProblemAnswers.OfWeb.class),
                standing);
    }

    @Test
    public void whatNobodyThoughtOfIsAnsweredAlike() throws Exception {
        Random random = new Random(20261124);
        String[] segments = {
            "ways", "things", "special", "x", "words", "open", "parts", "form", "many", "7", "1", "export", "me",
            "done", "nothing", "%41", "a;b", ""
        };
        String[] queries = {"", "", "", "?limit=2", "?text=a&tag=b", "?after=%FF", "?limit=x", "?q=1.5", "?"};
        String[] bodies = {null, null, PART, "[" + PART + "]", "{}", "x"};
        for (int i = 0; i < TRIES; i++) {
            StringBuilder path =
                    new StringBuilder("/api/sample/").append(random.nextBoolean() ? "ways" : pick(random, segments));
            for (int n = random.nextInt(4); n > 0; n--) {
                path.append('/').append(pick(random, segments));
            }
            String body = pick(random, bodies);
            same(new Ask(
                    pick(random, "GET", "GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
                    path + pick(random, queries),
                    pick(random, "writer", "writer", "reader", null),
                    body == null ? null : pick(random, JSON, JSON, PATCH, "text/csv"),
                    body,
                    Map.of()));
        }
    }

    private static String pick(Random random, String... some) {
        return some[random.nextInt(some.length)];
    }

    private static Ask get(String path) {
        return new Ask("GET", WAYS + path, "reader", null, null, Map.of());
    }

    private static Ask send(String method, String path, String type, String body) {
        return new Ask(method, WAYS + path, "writer", type, body, Map.of());
    }

    /** The first plain request shows the way, the second takes it; an {@code Accept} with a weight is for CXF alone. */
    private static void same(Ask ask) throws Exception {
        for (String accept : new String[] {null, JSON, "text/csv"}) {
            String weighed = accept == null ? "*/*;q=0.9" : accept + ";q=0.9";
            String expected = told(house.send(ask.request(weighed)));
            assertEquals(ask.toString(), expected, told(house.send(ask.request(accept))));
            assertEquals(ask.toString(), expected, told(house.send(ask.request(accept))));
        }
    }

    private static void shortened(Ask ask) throws Exception {
        same(ask);
        house.send(ask.request("*/*;q=0.9"));
        assertTrue(ask + " went the long way", RESOURCE.throughChain());
        house.send(ask.request(JSON));
        assertFalse(ask + " went the short way", RESOURCE.throughChain());
    }

    private static String told(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + "\n" + answer.body();
    }
}
