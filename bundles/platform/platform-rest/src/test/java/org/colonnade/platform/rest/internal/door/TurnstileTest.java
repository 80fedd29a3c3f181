package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.junit.Test;

public class TurnstileTest {

    @Test
    public void oneCallerCannotTakeEveryPlace() throws Exception {
        Slow slow = new Slow(3);
        try (TestHouse house = new TestHouse(new TestLimits(1 << 20, 20 << 20, 4096, 3, 1))) {
            house.board.arrive(SampleModule.of(slow));
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiting.add(house.client.sendAsync(
                        house.as("reader", "/api/sample/slow").build(), HttpResponse.BodyHandlers.ofString()));
            }
            assertTrue(slow.entered.await(10, TimeUnit.SECONDS));
            HttpResponse<String> answer = house.get("reader", "/api/sample/slow");
            Answer.refused(429, "platform.requests.too-many", answer);
            assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
            slow.gate.countDown();
            Answer.ok(200, house.get("writer", "/api/sample/slow"));
            for (CompletableFuture<HttpResponse<String>> one : waiting) {
                Answer.ok(200, one.get(10, TimeUnit.SECONDS));
            }
            Answer.ok(200, house.get("reader", "/api/sample/slow"));
        }
    }

    /** Keeps its callers waiting. */
    @Path("/slow")
    public static final class Slow {

        private final CountDownLatch entered;
        private final CountDownLatch gate = new CountDownLatch(1);

        Slow(int callers) {
            this.entered = new CountDownLatch(callers);
        }

        @GET
        @Requires("sample.thing.read")
        @Operation("Waits.")
        public List<String> slow() throws InterruptedException {
            entered.countDown();
            return List.of(Boolean.toString(gate.await(20, TimeUnit.SECONDS)));
        }
    }
}
