package org.colonnade.platform.rest.internal.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.rest.internal.door.Answer;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The event log as browsers watch it. */
public class EventStreamTest {

    private static final Actor WATCHER =
            new Actor(new Ref("platform", "user", "A"), "watcher", Set.of(EventSight.READ), false);

    private final PaperLog log = new PaperLog();
    private final EventSight sight = (actor, events) -> events.stream()
            .filter(event -> actor.administrator() || event.subject().startsWith("crm:party:"))
            .toList();
    private final EventStreamResource stream = new EventStreamResource(log, sight, this::closing);
    private volatile boolean closing;
    private volatile Actor watcher = WATCHER;
    private TestHouse house;

    @Before
    public void open() {
        house = new TestHouse();
        Gatekeeper gate = token -> {
            if (watcher == null) {
                throw new Unauthenticated("platform.token.unknown", "The token is not known.");
            }
            return watcher;
        };
        stream.gatekeeper = gate;
        house.board.arrive(new PlatformModule(
                new InfoResource(house.board.switchboard),
                new EventResource(log, sight),
                stream,
                new ReactionResource(log),
                new DeadLetterResource(log),
                new FunctionResource(),
                new AuditResource(new TestAudit()),
                new CompanyResource(house.companies)));
    }

    @After
    public void close() throws Exception {
        closing = true;
        house.close();
    }

    private boolean closing() {
        return closing;
    }

    @Test
    public void whatHappensToWhatOneSeesIsTold() throws Exception {
        log.happen("crm.party.created", "crm:party:1");
        try (Watching watching = watch("", null)) {
            log.happen("crm.party.changed", "crm:party:2");
            log.happen("crm.lead.created", "crm:lead:1");
            log.happen("crm.party.changed", "crm:party:3");
            List<String> first = watching.block();
            assertEquals(List.of("id: 2", "event: crm.party.changed"), first.subList(0, 2));
            assertTrue(first.get(2), first.get(2).startsWith("data: {\"id\":\"E2\",\"position\":2,"));
            assertTrue(first.get(2), first.get(2).contains("\"data\":{\"text\":\"two\\nlines\"}"));
            assertEquals(3, first.size());
            assertEquals("id: 4", watching.block().get(0));
        }
    }

    @Test
    public void whoComesBackMissesNothingAndHearsNothingTwice() throws Exception {
        for (int i = 1; i <= 9; i++) {
            log.happen(i % 3 == 0 ? "crm.contactpoint.verified" : "crm.party.changed", "crm:party:" + i);
        }
        try (Watching watching = watch("?types=crm.party.*", "4")) {
            assertEquals("id: 5", watching.block().get(0));
            assertEquals("id: 7", watching.block().get(0));
            assertEquals("id: 8", watching.block().get(0));
        }
    }

    @Test
    public void manyEventsThatOneDoesNotSeeMoveThePlaceAlong() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            log.happen("crm.lead.created", "crm:lead:" + i);
        }
        try (Watching watching = watch("", "0")) {
            assertEquals(List.of("id: 1000"), watching.block());
        }
    }

    @Test
    public void itEndsWhenTheTokenOrTheRightIsTakenBack() throws Exception {
        try (Watching watching = watch("", null)) {
            log.happen("crm.party.changed", "crm:party:1");
            assertEquals("id: 1", watching.block().get(0));
            watcher = null;
            assertNull("the end", watching.block());
        }
        watcher = WATCHER;
        try (Watching watching = watch("", null)) {
            watcher = new Actor(WATCHER.ref(), "watcher", Set.of(), false);
            assertNull("the end", watching.block());
        }
    }

    @Test
    public void whoStandsInWatchesForTheOtherUntilThatIsOver() throws Exception {
        Actor alone = new Actor(WATCHER.ref(), "watcher", Set.of(), false);
        Gatekeeper gate = new Gatekeeper() {
            @Override
            public Actor identify(String token) {
                return alone;
            }

            @Override
            public Actor identify(String token, String principal) {
                return watcher;
            }
        };
        house.openGate(gate);
        stream.gatekeeper = gate;
        try (Watching watching = watch("", "Colonnade-For", "alice")) {
            log.happen("crm.party.changed", "crm:party:1");
            assertEquals("id: 1", watching.block().get(0));
            watcher = alone;
            assertNull("the end", watching.block());
        }
    }

    @Test
    public void whatIsNotAllowedIsSaidAtOnce() throws Exception {
        Answer.refused(403, "platform.forbidden", house.get("reader", "/api/platform/events/stream"));
        Answer.refused(422, "platform.event.filter", house.get("admin", "/api/platform/events/stream?types=party"));
        try (Watching first = watch("", null)) {
            assertEquals(1, stream.open());
            HttpResponse<String> second = house.get("admin", "/api/platform/events/stream");
            assertEquals(second.body(), 429, second.statusCode());
            log.happen("crm.party.changed", "crm:party:1");
            assertEquals("id: 1", first.block().get(0));
        }
    }

    private Watching watch(String query, String last) throws Exception {
        return last == null ? watch(query, "Accept", "*/*") : watch(query, "Last-Event-ID", last);
    }

    private Watching watch(String query, String header, String value) throws Exception {
        var request = house.as("admin", "/api/platform/events/stream" + query).header(header, value);
        HttpResponse<java.io.InputStream> answer =
                house.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
        Watching watching =
                new Watching(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        assertEquals(List.of("retry: 2000"), watching.block());
        return watching;
    }

    /** An open stream. */
    private record Watching(BufferedReader reader) implements AutoCloseable {

        /** The lines up to the next empty one; null at the end. */
        List<String> block() throws IOException {
            List<String> lines = new ArrayList<>();
            String line = reader.readLine();
            while (line != null && !line.isEmpty()) {
                lines.add(line);
                line = reader.readLine();
            }
            return line == null && lines.isEmpty() ? null : lines;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
