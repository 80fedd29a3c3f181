package org.colonnade.platform.records.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.records.internal.shape.RecordJson;
import org.colonnade.platform.records.internal.sql.Leaf;
import org.junit.Test;

/** What is put together as text is what a writer of JSON would have made. */
public class RecordTextTest {

    private static RecordText text() {
        return new RecordText(new RecordJson(), 1);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, UTF_8);
    }

    private static Leaf<?> leaf(String id, Instant at, String document) {
        return new Leaf<>(
                new Kept<>(id, 3, true, at, "platform:user:1", at, "platform:user:2", null), document.getBytes(UTF_8));
    }

    @Test
    public void theDocumentStandsBetweenWhatThePlatformKeeps() {
        Instant at = Instant.parse("2026-03-01T08:05:09.000070Z");
        assertEquals(
                "{\"id\":\"A\",\"name\":\"Tea ชา\",\"archived\":true,\"version\":3,\"createdAt\":\"2026-03-01T08:05:09.000070Z\","
                        + "\"createdBy\":\"platform:user:1\",\"changedAt\":\"2026-03-01T08:05:09.000070Z\","
                        + "\"changedBy\":\"platform:user:2\",\"custom\":{\"size\":4}}",
                text(text().item(leaf("A", at, "{\"name\":\"Tea ชา\"}"), Map.of("size", 4))
                        .one()));
    }

    @Test
    public void aPageHasItsItemsAndTheWayOn() {
        assertEquals("{\"items\":[]}", text(text().page(null)));
        Instant at = Instant.EPOCH;
        String one = text(text().item(leaf("A", at, "{}"), null).one());
        String other = text(text().item(leaf("B", at, "{\"a\":1}"), null).one());
        RecordText both = text().item(leaf("A", at, "{}"), null).item(leaf("B", at, "{\"a\":1}"), null);
        assertEquals("{\"items\":[" + one + ',' + other + "],\"next\":\"xyz\"}", text(both.page("xyz")));
    }

    @Test
    public void instantsAreWrittenAsJavaWritesThem() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            long nanos =
                    switch (i % 4) {
                        case 0 -> 0;
                        case 1 -> random.nextInt(1_000) * 1_000_000L;
                        case 2 -> random.nextInt(1_000_000) * 1_000L;
                        default -> random.nextInt(1_000_000_000);
                    };
            Instant at = Instant.ofEpochSecond(random.nextLong(-80_000_000_000L, 400_000_000_000L), nanos);
            String text = text(text().item(leaf("A", at, "{}"), null).one());
            assertEquals(at.toString(), text.replaceAll(".*\"createdAt\":\"([^\"]+)\".*", "$1"));
        }
    }
}
