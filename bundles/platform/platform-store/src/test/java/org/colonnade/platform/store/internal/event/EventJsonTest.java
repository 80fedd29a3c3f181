package org.colonnade.platform.store.internal.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;
import org.junit.Test;

public class EventJsonTest {

    private static final Ref SUBJECT = new Ref("desk", "line", "1");

    private final EventJson json = new EventJson();

    @Test
    public void anEventSurvivesTheWayThereAndBack() {
        Rich rich = new Rich(
                SUBJECT,
                Instant.parse("2026-11-23T10:00:00.123456Z"),
                LocalDate.of(2026, 11, 23),
                new BigDecimal("12.30"),
                Money.of("1.10", "EUR"),
                List.of(SUBJECT),
                Duration.ofMinutes(5),
                null);
        assertEquals(rich, json.read(json.write(rich), Rich.class));
    }

    @Test
    public void timesReferencesAndDecimalsAreText() {
        String text = json.write(new Rich(
                SUBJECT,
                Instant.parse("2026-11-23T10:00:00Z"),
                null,
                new BigDecimal("12.30"),
                null,
                List.of(),
                null,
                null));
        assertEquals(
                "{\"subject\":\"desk:line:1\",\"at\":\"2026-11-23T10:00:00Z\",\"day\":null,\"factor\":\"12.30\",\"price\":null,"
                        + "\"others\":[],\"took\":null,\"note\":null}",
                text);
    }

    @Test
    public void aFieldOfANewerReleaseIsNoOffence() {
        assertEquals(
                SUBJECT,
                json.read("{\"subject\":\"desk:line:1\",\"addedLater\":1}", Rich.class)
                        .subject());
    }

    @Test
    public void whatIsNoSuchEventIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> json.read("{\"subject\":\"not a reference\"}", Rich.class));
        assertThrows(IllegalArgumentException.class, () -> EventJson.typeOf(Nameless.class));
    }

    @EventType("desk.rich")
    record Rich(
            Ref subject,
            Instant at,
            LocalDate day,
            BigDecimal factor,
            Money price,
            List<Ref> others,
            Duration took,
            String note)
            implements DomainEvent {}

    record Nameless(Ref subject) implements DomainEvent {}
}
