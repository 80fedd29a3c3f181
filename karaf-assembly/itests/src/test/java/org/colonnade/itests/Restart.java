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
        house = House.empty("restart").start();
        house.admin().post("/api/platform/functions/crm/install").expect(200);
    }

    @AfterClass
    public static void stop() {
        house.close();
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
