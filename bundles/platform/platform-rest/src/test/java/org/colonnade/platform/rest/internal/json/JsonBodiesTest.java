package org.colonnade.platform.rest.internal.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Produces;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.Quantity;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.web.RawJson;
import org.junit.Test;

public class JsonBodiesTest {

    private final StrictJson json = new StrictJson();

    @Test
    public void itNamesTheProblemMediaTypeToo() {
        // without it CXF finds no writer for a refusal that a function answers by itself, and makes it a 500
        assertTrue(
                List.of(JsonBodies.class.getAnnotation(Produces.class).value()).contains("application/problem+json"));
    }

    @Test
    public void everyTypeOfTheHouseComesBackAsItWent() throws Exception {
        Everything all = new Everything(
                Ref.parse("crm:party:1"),
                Money.of("12.30", "EUR"),
                Quantity.of("2.50", "KGM"),
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                LocalDate.of(2026, 3, 1),
                YearMonth.of(2026, 3),
                Duration.ofMinutes(90),
                Locale.forLanguageTag("th"),
                true,
                7,
                1L << 53,
                List.of("a"),
                Map.of(Ref.parse("crm:party:2"), 3));
        byte[] written = json.write(all);
        assertEquals(all, json.read(new ByteArrayInputStream(written), Everything.class));
        String text = new String(written, StandardCharsets.UTF_8);
        assertTrue(text, text.contains("\"price\":{\"amount\":\"12.30\",\"currency\":\"EUR\"}"));
        assertTrue(text, text.contains("\"weight\":{\"value\":\"2.50\",\"unit\":\"KGM\"}"));
        assertTrue(text, text.contains("\"at\":\"2026-03-01T12:00:00.123456Z\""));
        assertTrue(text, text.contains("\"counts\":{\"crm:party:2\":3}"));
    }

    @Test
    public void onlyComponentsAreWrittenAndNullsAreLeftOut() throws Exception {
        assertEquals("{\"name\":\"x\"}", new String(json.write(new Talkative("x", null)), StandardCharsets.UTF_8));
    }

    @Test
    public void whatIsJsonAlreadyIsWrittenAsItStands() throws Exception {
        RawJson ready = new RawJson("{ \"name\":\"Käthe ผู้ 🦉\",\"n\":1.10}");
        assertEquals(ready.text(), text(ready));
        assertEquals("{\"items\":[" + ready.text() + ",[1],null],\"next\":\"c\"}", text(page("c", ready)));
        assertEquals("{\"items\":[" + ready.text() + ",[1],null]}", text(page(null, ready)));
        assertEquals(
                "{\"owner\":" + ready.text() + ",\"all\":[" + ready.text() + "],\"any\":" + ready.text() + "}",
                text(new Owner(ready, List.of(ready), ready)));
        assertEquals("[" + ready.text() + "]", text(List.of(ready)));
    }

    private static Page<RawJson> page(String next, RawJson first) {
        return new Page<>(List.of(first, new RawJson("[1]"), new RawJson("null")), next);
    }

    private String text(Object value) throws Exception {
        return new String(json.write(value), StandardCharsets.UTF_8);
    }

    /** Has parts that are JSON already. */
    public record Owner(RawJson owner, List<RawJson> all, Object any) {}

    /** One of each. */
    public record Everything(
            Ref ref,
            Money price,
            Quantity weight,
            Instant at,
            LocalDate day,
            YearMonth month,
            Duration length,
            Locale language,
            boolean flag,
            int number,
            long big,
            List<String> list,
            Map<Ref, Integer> counts) {}

    /** Has more methods than components. */
    public record Talkative(String name, String missing) {

        public String getSecret() {
            return "secret";
        }

        public boolean isOpen() {
            return true;
        }

        public Optional<String> maybe() {
            return Optional.ofNullable(missing);
        }
    }
}
