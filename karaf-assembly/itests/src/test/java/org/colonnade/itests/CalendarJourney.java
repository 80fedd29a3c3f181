package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.Test;

/** Business calendars on the running platform, where the holiday library sees only what its bundle imports. */
public class CalendarJourney {

    private static final String PLACE = "/api/platform/calendars";

    private final House house = House.shared();
    private final Api admin = house.admin();

    @Test
    public void aCalendarIsDeclaredAskedAndFed() throws Exception {
        admin.post("/api/platform/functions/calendar/install").expect(200);
        JsonNode described = house.api().get("/openapi.json").expect(200).json().path("paths");
        String example = described
                .at("/~1api~1platform~1calendars/post/requestBody/content/application~1json/example")
                .toString();
        Api.Answer made = admin.post(PLACE, example).expect(201);
        String one = PLACE + '/' + made.json().path("id").asText();
        assertTrue(made.text(), made.json().path("standard").asBoolean());
        asked(one);
        fed(one, described);
        House.Ran shown = house.script("console", "colonnade:calendar --at 2027-08-02T08:00:00Z");
        assertEquals(shown.output(), 0, shown.status());
        assertTrue(shown.output(), shown.output().contains("opens at 2027-08-16T08:30+02:00[Europe/Berlin]"));
        admin.post("/api/platform/functions/calendar/remove").expect(200);
        admin.post("/api/platform/functions/calendar/install").expect(200);
        asked(one);
        admin.post("/api/platform/functions/calendar/remove").expect(200);
    }

    private void asked(String one) {
        // the Monday after New Year's Day, a quarter of an hour before lunch
        JsonNode added = admin.get(one + "/add?at=2027-01-04T10:45:00Z&duration=PT30M")
                .expect(200)
                .json();
        assertEquals("2027-01-04T12:15:00Z", added.path("result").asText());
        assertEquals(
                "PT7H30M",
                admin.get(one + "/between?from=2027-01-04T00:00:00Z&until=2027-01-05T00:00:00Z")
                        .expect(200)
                        .json()
                        .path("workingTime")
                        .asText());
        assertEquals(
                "2027-11-02T07:30:00Z",
                admin.get(one + "/next-open?at=2027-11-01T09:00:00Z")
                        .expect(200)
                        .json()
                        .path("next")
                        .asText());
        assertTrue(admin.get(one + "/open?at=2027-12-11T08:00:00Z")
                .expect(200)
                .json()
                .path("open")
                .asBoolean());
        String holidays = admin.get(one + "/holidays?year=2027").expect(200).text();
        assertTrue(holidays, holidays.contains("2027-01-06") && holidays.contains("Epiphany"));
        admin.get(one + "/add?duration=soon").expect(400);
        admin.get(one + "/open?at=2999-01-01T00:00:00Z").expectProblem(422, "calendar.moment.beyond");
    }

    private void fed(String one, JsonNode described) throws Exception {
        String feed = described
                .at("/~1api~1platform~1calendars~1{id}~1feed.ics/post/requestBody/content/text~1calendar/example")
                .asText();
        JsonNode report = admin.post(one + "/feed.ics", "text/calendar", feed.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json();
        assertEquals(report.toString(), 1, report.path("added").asInt());
        admin.post(one + "/feed.ics", "text/calendar", "<html>".getBytes(StandardCharsets.UTF_8))
                .expectProblem(422, "platform.calendar.unreadable");
        String out = admin.get(one + "/feed.ics").expect(200).text();
        assertTrue(out, out.startsWith("BEGIN:VCALENDAR") && out.contains("UID:summer-2027@example.com"));
        try (Stream<String> log = Files.lines(house.home().resolve("log/colonnade.log"))) {
            assertEquals(
                    1,
                    log.filter(line -> line.contains("platform.calendar.unreadable"))
                            .count());
        }
    }
}
