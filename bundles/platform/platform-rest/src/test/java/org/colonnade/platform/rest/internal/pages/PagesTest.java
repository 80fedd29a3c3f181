package org.colonnade.platform.rest.internal.pages;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.rest.internal.door.Answer;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.Test;

public class PagesTest {

    private static final SampleModule PLATFORM = new SampleModule("platform", "platform", List.of());
    private static final SampleModule SECURITY = new SampleModule("security", "platform", List.of(new ThingResource()));

    @Test
    public void theDocumentationStandsOnItsOwn() throws Exception {
        try (TestHouse house = TestPages.house()) {
            HttpResponse<String> root = house.send(house.to("/"));
            assertEquals(302, root.statusCode());
            assertEquals("/docs", root.headers().firstValue("Location").orElse(""));
            HttpResponse<String> page = house.send(house.to("/docs"));
            assertEquals(200, page.statusCode());
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy, policy.contains("script-src 'self';") && !policy.contains("http"));
            int leaves = 0;
            for (Matcher leaf =
                            Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"").matcher(page.body());
                    leaf.find();
                    leaves++) {
                HttpResponse<String> answer = house.send(house.to(leaf.group(1)));
                assertEquals(leaf.group(1), 200, answer.statusCode());
                String etag = answer.headers().firstValue("ETag").orElse("");
                assertEquals(
                        304,
                        house.send(house.to(leaf.group(1)).header("If-None-Match", etag))
                                .statusCode());
            }
            assertEquals(4, leaves);
            assertTrue(house.send(house.to("/docs/docs.js")).body().contains("/openapi.json"));
            Answer.refused(404, "platform.path.unknown", house.send(house.to("/docs/swagger-ui.js")));
            Answer.refused(
                    405,
                    "platform.method.not-allowed",
                    house.send(house.to("/docs").POST(HttpRequest.BodyPublishers.noBody())));
        }
    }

    @Test
    public void aliveIsWhoAnswers() throws Exception {
        try (TestHouse house = TestPages.house()) {
            house.closeGate();
            assertEquals(
                    "{\"status\":\"up\"}", house.send(house.to("/health/live")).body());
        }
    }

    @Test
    public void readyIsWhoCanWork() throws Exception {
        try (TestHouse house =
                TestPages.house(check("store", () -> HealthCheck.Finding.warning("It is slow.", "Look.")))) {
            house.board.arrive(PLATFORM);
            house.board.arrive(SECURITY);
            JsonNode ready = Answer.ok(200, house.send(house.to("/health/ready")));
            assertEquals("ready", ready.path("status").asText());
            assertEquals("WARNING", finding(ready, "store").path("level").asText());
            assertFalse(
                    "a stranger hears which, not why: " + ready,
                    ready.toString().contains("slow"));
        }
    }

    @Test
    public void oneFailedCheckIsEnough() throws Exception {
        HealthCheck[] checks = {
            check("store", () -> HealthCheck.Finding.failed("It is away.", "Start it.")),
            check("well", () -> HealthCheck.Finding.well("All is well.")),
            check("throws", () -> {
                throw new IllegalStateException("password=secret");
            })
        };
        try (TestHouse house = TestPages.house(checks)) {
            house.board.arrive(PLATFORM);
            house.board.arrive(SECURITY);
            HttpResponse<String> answer = house.send(house.to("/health/ready"));
            assertEquals(503, answer.statusCode());
            JsonNode findings = new ObjectMapper().readTree(answer.body());
            assertEquals("platform.not-ready", findings.path("code").asText());
            assertEquals(503, findings.path("status").asInt());
            assertEquals("FAILED", finding(findings, "store").path("level").asText());
            assertEquals("WELL", finding(findings, "well").path("level").asText());
            assertEquals("FAILED", finding(findings, "throws").path("level").asText());
            assertTrue(!answer.body().contains("secret"));
        }
    }

    @Test
    public void withoutThePlatformsOwnResourcesItIsNotReady() throws Exception {
        try (TestHouse house = TestPages.house()) {
            house.board.arrive(PLATFORM);
            HttpResponse<String> answer = house.send(house.to("/health/ready"));
            assertEquals(503, answer.statusCode());
            assertEquals(
                    "FAILED",
                    finding(new ObjectMapper().readTree(answer.body()), "modules")
                            .path("level")
                            .asText());
        }
    }

    @Test
    public void aCheckThatHangsIsAFindingAndNotAHangingAnswer() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HealthCheck hangs = check("hangs", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return HealthCheck.Finding.well("late");
        });
        try (TestHouse house = TestPages.house(hangs, check("well", () -> HealthCheck.Finding.well("All is well.")))) {
            house.board.arrive(PLATFORM);
            house.board.arrive(SECURITY);
            long begin = System.nanoTime();
            HttpResponse<String> answer = house.send(house.to("/health/ready"));
            assertTrue(System.nanoTime() - begin < 8_000_000_000L);
            assertEquals(503, answer.statusCode());
            JsonNode findings = new ObjectMapper().readTree(answer.body());
            assertEquals("FAILED", finding(findings, "hangs").path("level").asText());
            assertEquals("WELL", finding(findings, "well").path("level").asText());
        } finally {
            never.countDown();
        }
    }

    private static JsonNode finding(JsonNode answer, String name) {
        for (JsonNode finding : answer.path("findings")) {
            if (finding.path("name").asText().equals(name)) {
                return finding;
            }
        }
        throw new AssertionError("no finding " + name + " in " + answer);
    }

    private static HealthCheck check(String name, Supplier<HealthCheck.Finding> look) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding check() {
                return look.get();
            }
        };
    }
}
