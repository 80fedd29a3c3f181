package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Two processes of the distribution over one PostgreSQL, behind a client that asks them in turn; one is killed and comes back. */
public class TwoNodes {

    private static final String PARTIES = "/api/crm/parties";
    private static final int ROWS = 4_000;
    private static final ExecutorService POOL = Executors.newCachedThreadPool();

    private static Postgres postgres;
    private static House first;
    private static House second;
    private static Api one;
    private static Api two;

    @BeforeClass
    public static void start() throws Exception {
        postgres = Postgres.start();
        first = postgres.house("node-one");
        second = postgres.house("node-two");
        // files of jobs lie in one folder that both nodes see
        Files.createDirectories(first.home().resolve("jobs"));
        Files.createSymbolicLink(second.home().resolve("jobs"), first.home().resolve("jobs"));
        first.start();
        one = first.admin();
        one.post("/api/platform/functions/crm/install").expect(200);
        second.start();
        two = second.api().as(one.token());
        aFunctionIsInstalledOnEachNode();
    }

    @AfterClass
    public static void stop() throws Exception {
        POOL.shutdownNow();
        first.close();
        second.close();
        postgres.close();
    }

    /** The node that has not the function does not answer for it, and the doctor of both says so. */
    private static void aFunctionIsInstalledOnEachNode() throws Exception {
        one.get(PARTIES).expect(200);
        two.get(PARTIES).expect(404, 503);
        Deadline.within(Duration.ofSeconds(20), () -> "WARNING".equals(first.level("nodes")));
        Deadline.within(Duration.ofSeconds(20), () -> "WARNING".equals(second.level("nodes")));
        String said = second.script("console", "colonnade:doctor").output();
        assertTrue(said, said.contains("has other functions: here is not crm"));
        two.post("/api/platform/functions/crm/install").expect(200);
        two.get(PARTIES).expect(200);
        Deadline.within(Duration.ofSeconds(20), () -> "WELL".equals(first.level("nodes")));
    }

    @Test
    public void oneKeyAtBothNodesAtOnceHasOneEffect() throws Exception {
        for (int i = 0; i < 20; i++) {
            String key = "both-" + i;
            String person = Samples.person("Both " + i, key + "@example.com");
            List<Future<Api.Answer>> sent = new ArrayList<>();
            for (Api node : List.of(one, two, one, two)) {
                sent.add(POOL.submit(() -> node.postKeyed(key, PARTIES, person)));
            }
            String answered = null;
            for (Future<Api.Answer> each : sent) {
                Api.Answer answer = each.get(60, TimeUnit.SECONDS);
                if (answer.status() == 409) {
                    continue;
                }
                answered = answered == null ? answer.expect(201).text() : answered;
                assertEquals(answered, answer.expect(201).text());
            }
            assertEquals(
                    answered, two.postKeyed(key, PARTIES, person).expect(201).text());
            assertEquals(
                    answered, one.postKeyed(key, PARTIES, person).expect(201).text());
            assertEquals(
                    key, 1, postgres.count("select count(*) from crm_party where display_name = 'Both " + i + "'"));
        }
    }

    @Test
    public void noUpdateIsLost() throws Exception {
        Api.Answer made = one.post(PARTIES, Samples.person("Count 0", "counter@example.com"))
                .expect(201);
        String place = PARTIES + '/' + made.json().path("id").asText();
        List<Future<Integer>> counters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Api node = i % 2 == 0 ? one : two;
            counters.add(POOL.submit(() -> countUp(node, place, 25)));
        }
        int counted = 0;
        for (Future<Integer> counter : counters) {
            counted += counter.get(60, TimeUnit.SECONDS);
        }
        assertEquals(100, counted);
        JsonNode now = two.get(place).expect(200).json();
        assertEquals("Count 100", now.path("displayName").asText());
        assertEquals(101, now.path("version").asInt());
        assertEquals(
                "each change once in the audit",
                101,
                postgres.count("select count(distinct version) from platform_audit where subject = 'crm:party:"
                        + now.path("id").asText() + "'"));
    }

    private static int countUp(Api node, String place, int times) {
        int done = 0;
        while (done < times) {
            Api.Answer read = node.get(place).expect(200);
            int count =
                    Integer.parseInt(read.json().path("displayName").asText().substring(6));
            Api.Answer changed = node.patch(place, read.etag(), "{\"displayName\":\"Count " + (count + 1) + "\"}")
                    .expect(200, 412);
            done += changed.status() == 200 ? 1 : 0;
        }
        return done;
    }

    @Test
    public void aTokenThatIsRevokedHereIsRefusedThere() throws Exception {
        Api session = second.signIn("admin", Keys.PASSWORD);
        Api here = first.api().as(session.token());
        here.get("/api/platform/me").expect(200);
        session.get("/api/platform/me").expect(200);
        here.post("/api/platform/sign-out").expect(200, 204);
        Instant revoked = Instant.now();
        here.get("/api/platform/me").expect(401);
        Deadline.within(
                Duration.ofSeconds(3), () -> session.get("/api/platform/me").status() == 401);
        Duration until = Duration.between(revoked, Instant.now());
        assertTrue("refused after " + until, until.toMillis() <= 2_500);
    }

    @Test
    public void guessingIsStoppedOnBothNodes() {
        String name = "guessed" + System.nanoTime();
        one.post("/api/platform/users", "{\"name\":\"" + name + "\",\"password\":\"" + Keys.PASSWORD + "\"}")
                .expect(201);
        String guess = "{\"name\":\"" + name + "\",\"password\":\"not the right one at all\"}";
        RoundRobin both = new RoundRobin(first.api(), second.api());
        int looked = 0;
        int stopped = 0;
        for (int i = 0; i < 16; i++) {
            int status = both.next()
                    .post("/api/platform/sign-in", guess)
                    .expect(401, 429)
                    .status();
            looked += status == 401 ? 1 : 0;
            stopped += status == 429 ? 1 : 0;
        }
        assertEquals("what is free is free once for both nodes", 5, looked);
        assertEquals(11, stopped);
        first.api().post("/api/platform/sign-in", guess).expect(429);
        second.api().post("/api/platform/sign-in", guess).expect(429);
    }

    /** Everything that was promised, while writers write, an import runs and one node is killed and comes back. */
    @Test
    public void oneNodeIsKilledAndComesBackAndNothingIsLost() throws Exception {
        Api.Answer schedule = one.post(
                        "/api/platform/schedules",
                        "{\"name\":\"Beat\",\"kind\":\"privacy.retention\",\"every\":\"PT10S\",\"overlap\":\"ALLOW\","
                                + "\"misfire\":\"ALL\",\"catchUpMost\":100}")
                .expect(201);
        String place = "/api/platform/schedules/" + schedule.json().path("id").asText();
        RoundRobin both = new RoundRobin(one, two);
        Map<String, Api.Answer> answered = new ConcurrentHashMap<>();
        AtomicBoolean enough = new AtomicBoolean();
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String writer = "writer-" + i;
            writers.add(POOL.submit(() -> write(both, writer, answered, enough)));
        }
        String job = two.post("/api/crm/imports", "text/csv", table(ROWS))
                .expect(202)
                .json()
                .path("job")
                .asText();
        Deadline.within(Duration.ofSeconds(60), () -> done(one, job) >= 500);
        second.kill9();
        Instant killed = Instant.now();
        int before = answered.size();
        Deadline.within(Duration.ofSeconds(60), () -> "DONE".equals(state(one, job)));
        assertTrue(
                "taken over by the other node",
                postgres.count("select max(run) from jobs_job where kind = 'crm.import'") > 1);
        going(writers);
        assertTrue("it went on without the other", answered.size() > before);
        second.start();
        assertTrue(
                "back after " + Duration.between(killed, Instant.now()),
                second.api().get("/health/ready").status() == 200);
        int back = answered.size();
        Deadline.within(Duration.ofSeconds(60), () -> {
            going(writers);
            return answered.size() >= back + 60;
        });
        enough.set(true);
        for (Future<?> writer : writers) {
            writer.get(90, TimeUnit.SECONDS);
        }
        nothingIsLost(answered);
        assertEquals(ROWS, postgres.count("select count(*) from crm_party where display_name like 'Imported%'"));
        eachBeatOnce(place);
        reactionsCaughtUp();
        proven();
    }

    /** Says why a writer has ended before its time. */
    private static void going(List<Future<?>> writers) throws Exception {
        for (Future<?> writer : writers) {
            if (writer.isDone()) {
                writer.get();
            }
        }
    }

    private static void nothingIsLost(Map<String, Api.Answer> answered) throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        postgres.texts("select point_value from crm_contact_point where point_value like 'writer-%'")
                .forEach(point -> stored.merge(point, 1, Integer::sum));
        answered.forEach((key, answer) -> assertEquals(key, Integer.valueOf(1), stored.get(key + "@example.com")));
        assertEquals("and nothing that was not answered", answered.size(), stored.size());
        answered.entrySet().stream().limit(40).forEach(entry -> {
            String key = entry.getKey();
            assertEquals(
                    entry.getValue().text(),
                    two.postKeyed(key, PARTIES, person(key)).expect(201).text());
        });
    }

    private static void eachBeatOnce(String place) throws Exception {
        Api.Answer paused = two.post(place + "/pause").expect(200);
        assertTrue(paused.json().path("paused").asBoolean());
        TreeMap<Instant, JsonNode> beats = new TreeMap<>();
        for (JsonNode firing :
                one.get(place + "/firings?limit=500").expect(200).json().path("items")) {
            beats.put(Instant.parse(firing.path("plannedAt").asText()), firing);
            assertTrue(firing.toString(), firing.path("outcome").asText().matches("FIRED|CAUGHT_UP"));
        }
        assertTrue(beats.size() + " beats", beats.size() >= 3);
        Instant expected = beats.firstKey();
        for (Instant beat : beats.keySet()) {
            assertEquals("no beat is missing", expected, beat);
            expected = expected.plusSeconds(10);
        }
        assertEquals(
                "a job each",
                beats.size(),
                beats.values().stream()
                        .map(beat -> beat.path("job").asText())
                        .distinct()
                        .count());
        assertEquals(beats.size(), postgres.count("select count(*) from jobs_job where title = 'Beat'"));
    }

    /** Every reaction has seen every event, in the order of the log, and none was given up. */
    private static void reactionsCaughtUp() throws Exception {
        Deadline.within(
                Duration.ofSeconds(60),
                () -> postgres.count("select count(*) from platform_event where position is null") == 0
                        && postgres.count(
                                        "select count(*) from platform_reaction r where exists (select 1 from platform_event e"
                                                + " where e.position > r.position and r.types like '%' || e.type || '%')")
                                == 0);
        assertEquals(0, postgres.count("select count(*) from platform_dead_letter"));
        assertEquals("the log has no gap", 0, postgres.count("select max(position) - count(*) from platform_event"));
        assertEquals(
                "each contact was told of once",
                0,
                postgres.count(
                        "select count(*) from (select subject from platform_event where type = 'crm.party.created'"
                                + " group by subject having count(*) > 1) twice"));
        assertEquals(
                "in the order in which they were stored",
                0,
                postgres.count("select count(*) from platform_event a join platform_event b on a.subject = b.subject"
                        + " and a.position < b.position and a.id > b.id where a.subject like 'crm:party:%'"));
    }

    private static void proven() throws Exception {
        JsonNode verdict = two.post("/api/platform/audit/verify").expect(200).json();
        assertTrue(verdict.toString(), verdict.path("holds").asBoolean());
        Deadline.within(
                Duration.ofSeconds(30),
                () -> one.post("/api/platform/invariants/run", "{\"names\":[]}").status() == 200);
        for (JsonNode invariant :
                one.get("/api/platform/invariants").expect(200).json()) {
            assertEquals(
                    invariant.toString(), "HOLDS", invariant.path("outcome").asText());
        }
        for (House house : List.of(first, second)) {
            for (String check : List.of("nodes", "jobs", "schedules", "events", "audit")) {
                Deadline.within(Duration.ofSeconds(20), () -> "WELL".equals(house.level(check)));
            }
        }
    }

    private static Void write(RoundRobin both, String writer, Map<String, Api.Answer> answered, AtomicBoolean enough) {
        for (int i = 0; !enough.get(); i++) {
            String key = writer + "." + i;
            answered.put(key, both.postKeyed(key, PARTIES, person(key)).expect(201));
        }
        return null;
    }

    private static String person(String key) {
        return Samples.person("Person of " + key, key + "@example.com");
    }

    private static byte[] table(int rows) {
        StringBuilder table = new StringBuilder("Last Name,First Name,E-mail\n");
        for (int i = 0; i < rows; i++) {
            table.append("Row").append(i).append(",Imported,imported").append(i).append("@example.org\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long done(Api api, String job) {
        return api.get("/api/platform/jobs/" + job)
                .expect(200)
                .json()
                .path("done")
                .asLong();
    }

    private static String state(Api api, String job) {
        return api.get("/api/platform/jobs/" + job)
                .expect(200)
                .json()
                .path("state")
                .asText();
    }
}
