package org.colonnade.platform.rest.internal.metric;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.api.metric.Readings;
import org.colonnade.platform.rest.internal.door.Answer;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What Prometheus reads: by token and permission only, in its format, with labels that callers cannot make more of. */
public class MetricsPageTest {

    private TestHouse house;
    private MetricsPage page;

    @Before
    public void open() {
        house = new TestHouse();
        house.board.arrive(SampleModule.of(new ThingResource()));
        page = new MetricsPage(house.meter);
        house.pages(page);
    }

    @After
    public void close() throws Exception {
        house.close();
    }

    @Test
    public void onlyWhoMayReadsThem() throws Exception {
        Answer.refused(401, "platform.token.missing", house.send(house.to("/metrics")));
        Answer.refused(401, "platform.token.unknown", house.get("stolen", "/metrics"));
        Answer.refused(403, "platform.forbidden", house.get("reader", "/metrics"));
        HttpResponse<String> answer = house.get("admin", "/metrics");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        house.closeGate();
        Answer.refused(503, "platform.starting", house.get("admin", "/metrics"));
    }

    @Test
    public void requestsAreCountedByOperationAndStatusWhateverTheyAskFor() throws Exception {
        for (int i = 0; i < 5; i++) {
            house.get("reader", "/api/sample/things/1");
            house.get("reader", "/api/sample/things/" + (100 + i));
            house.get("reader", "/api/nothing/" + i);
            house.get("reader", "/made/up/" + i);
        }
        house.get("reader", "/api/sample/things?kind=ROUND");
        String text = text();
        String series = "colonnade_http_request_duration_seconds_";
        line(text, series + "count{operation=\"sample.thing.get\",status=\"2xx\"} 5");
        line(text, series + "count{operation=\"sample.thing.get\",status=\"4xx\"} 5");
        line(text, series + "count{operation=\"none\",status=\"4xx\"} 10");
        line(text, series + "count{operation=\"sample.thing.list\",status=\"2xx\"} 1");
        line(text, series + "bucket{operation=\"sample.thing.get\",status=\"2xx\",le=\"+Inf\"} 5");
        assertFalse(text, text.contains("104"));
        assertFalse(text, text.contains("/made/up"));
        line(text(), series + "count{operation=\"platform.door.metrics\",status=\"2xx\"} 1");
    }

    @Test
    public void bucketsAddUp() throws Exception {
        house.get("reader", "/api/sample/things/1");
        long before = 0;
        int buckets = 0;
        for (String line : text().lines()
                .filter(one -> one.contains("bucket{operation=\"sample.thing.get\""))
                .toList()) {
            long count = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
            assertTrue(line, count >= before);
            before = count;
            buckets++;
        }
        assertEquals(13, buckets);
        assertEquals(1, before);
    }

    @Test
    public void aSourceThatFailsTakesNothingFromTheOthers() throws Exception {
        page.sources.addAll(List.of(
                source("away", readings -> {
                    readings.gauge("colonnade_half", "Half.", 1);
                    throw new IllegalStateException("away");
                }),
                source("well", readings -> {
                    readings.gauge("colonnade_things", "Things.", 3, "kind", "odd \"one\"\n");
                    readings.gauge("colonnade_things", "Things.", 4, "kind", "even");
                    readings.counter("colonnade_turns", "Turns.", 7);
                }),
                new JvmMetrics()));
        String text = text();
        line(text, "colonnade_source_up{source=\"away\"} 0.0");
        line(text, "colonnade_source_up{source=\"well\"} 1.0");
        line(text, "# TYPE colonnade_things gauge");
        line(text, "colonnade_things{kind=\"odd \\\"one\\\"\\n\"} 3.0");
        line(text, "colonnade_things{kind=\"even\"} 4.0");
        line(text, "colonnade_turns_total 7.0");
        assertTrue(text, text.contains("colonnade_jvm_memory_used_bytes{area=\"heap\"}"));
        assertTrue(text, text.contains("colonnade_jvm_threads "));
        assertTrue(text, text.contains("colonnade_jvm_gc_collections_total{collector="));
    }

    private interface Measuring {
        void measure(Readings readings) throws Exception;
    }

    private static MetricSource source(String name, Measuring measuring) {
        return new MetricSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void measure(Readings readings) throws Exception {
                measuring.measure(readings);
            }
        };
    }

    private static void line(String text, String line) {
        assertTrue(line + " in\n" + text, text.lines().anyMatch(line::equals));
    }

    private String text() throws Exception {
        HttpResponse<String> answer = house.get("admin", "/metrics");
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
