package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What was answered is there after the process was killed in the middle of its work. */
public class Restart {

    private static final int WRITERS = 4;
    private static final int ANSWERED_BEFORE_THE_KILL = 300;

    private static House house;

    @BeforeClass
    public static void start() {
        house = House.empty("restart");
        try (Early early = new Early(house.api())) {
            house.start();
            early.wasToldToWait();
        }
        house.admin().post("/api/platform/functions/crm/install").expect(200);
    }

    @AfterClass
    public static void stop() {
        house.close();
    }

    @Test
    public void aStartRefusesFromItsFirstConnection() throws Exception {
        house.kill9();
        try (Early early = new Early(house.api())) {
            house.start();
            early.wasToldToWait();
        }
    }

    @Test
    public void eachAnsweredWriteSurvivesTheKill() throws Exception {
        Api admin = house.admin();
        Map<String, String> answered = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(ANSWERED_BEFORE_THE_KILL);
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String writer = "writer-" + i;
            writers.add(pool.submit(() -> writeUntilCut(admin, writer, answered, enough)));
        }
        assertTrue("300 writes within a minute", enough.await(60, TimeUnit.SECONDS));
        house.kill9();
        for (Future<?> writer : writers) {
            writer.get(70, TimeUnit.SECONDS);
        }
        pool.shutdown();

        Instant killed = Instant.now();
        house.start();
        Api again = house.admin();
        again.post("/api/crm/parties", Samples.person("First after the kill", "after@example.com"))
                .expect(201);
        Duration away = Duration.between(killed, Instant.now());
        assertTrue("from the kill to the first answered write: " + away, away.toSeconds() <= 30);

        int lost = 0;
        for (Map.Entry<String, String> write : answered.entrySet()) {
            Api.Answer answer = again.get("/api/crm/parties/" + write.getKey());
            if (answer.status() != 200 || !answer.text().contains(write.getValue())) {
                lost++;
            }
        }
        assertEquals("answered writes that are lost, of " + answered.size(), 0, lost);
    }

    @Test
    public void aRequestRepeatedAfterTheKillHasOneEffect() throws Exception {
        Api admin = house.admin();
        Map<String, Api.Answer> answered = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(ANSWERED_BEFORE_THE_KILL);
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<String>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String writer = "keyed-" + i;
            writers.add(pool.submit(() -> writeKeyedUntilCut(admin, writer, answered, enough)));
        }
        assertTrue("300 writes within a minute", enough.await(60, TimeUnit.SECONDS));
        house.kill9();
        List<String> unanswered = new ArrayList<>();
        for (Future<String> writer : writers) {
            unanswered.add(writer.get(70, TimeUnit.SECONDS));
        }
        pool.shutdown();
        house.start();
        Api again = house.admin();
        for (Map.Entry<String, Api.Answer> one : answered.entrySet()) {
            Api.Answer repeated = keyed(again, one.getKey());
            assertEquals(one.getValue().text(), repeated.expect(201).text());
            assertEquals(one.getValue().etag(), repeated.etag());
        }
        for (String key : unanswered) {
            String first = keyed(again, key).expect(201).text();
            assertEquals(first, keyed(again, key).expect(201).text());
            assertEquals(
                    key,
                    1,
                    again.get("/api/crm/parties?q=" + key + "@example.com")
                            .expect(200)
                            .json()
                            .path("items")
                            .size());
        }
        again.postKeyed(unanswered.get(0), "/api/crm/parties", Samples.person("Somebody else", "else@example.com"))
                .expectProblem(422, "platform.idempotency.other-request");
    }

    /** @return the key of the request that was not answered */
    private static String writeKeyedUntilCut(
            Api api, String writer, Map<String, Api.Answer> answered, CountDownLatch enough) {
        for (int i = 0; i < 20_000; i++) {
            String key = writer + "." + i;
            try {
                answered.put(key, keyed(api, key).expect(201));
                enough.countDown();
            } catch (UncheckedIOException cut) {
                return key;
            }
        }
        throw new AssertionError("The house was not killed");
    }

    private static Api.Answer keyed(Api api, String key) {
        return api.postKeyed(key, "/api/crm/parties", Samples.person("Person of " + key, key + "@example.com"));
    }

    /** Writes one party after the other until the connection breaks, and notes what was answered. */
    private static void writeUntilCut(Api api, String writer, Map<String, String> answered, CountDownLatch enough) {
        for (int i = 0; i < 20_000; i++) {
            String mail = writer + "." + i + "@example.com";
            try {
                Api.Answer answer = api.post("/api/crm/parties", Samples.person("Person " + i + " of " + writer, mail));
                answered.put(answer.expect(201).json().path("id").asText(), mail);
                enough.countDown();
            } catch (UncheckedIOException cut) {
                return;
            }
        }
    }
}
