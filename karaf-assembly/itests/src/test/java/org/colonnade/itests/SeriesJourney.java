package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;

/** Number series on the running platform, as whoever keeps the books sees them. */
public class SeriesJourney {

    private static final String PLACE = "/api/platform/series";

    private final House house = House.shared();
    private final Api admin = house.admin();

    @Test
    public void aSeriesIsDeclaredAndAsked() throws Exception {
        admin.post("/api/platform/functions/series/install").expect(200);
        JsonNode described = house.api().get("/openapi.json").expect(200).json().path("paths");
        String example = described
                .at("/~1api~1platform~1series/post/requestBody/content/application~1json/example")
                .toString();
        Api.Answer made = admin.post(PLACE, example).expect(201);
        String one = PLACE + '/' + made.json().path("id").asText();
        assertEquals("INV-2026-00001", next(one, "2027-03-31"));
        admin.post(one + "/periods", "{\"date\": \"2027-03-31\", \"first\": 4711}")
                .expect(200);
        assertEquals("INV-2026-04711", next(one, "2026-04-01"));
        assertEquals("INV-2027-00001", next(one, "2027-04-01"));
        admin.post(one + "/periods", "{\"date\": \"2027-03-31\", \"first\": 1}")
                .expectProblem(409, "series.period.begun");
        admin.post(PLACE, example.replace("finance.invoice", "finance.other"))
                .expectProblem(409, "series.pattern.taken");
        assertEquals(
                0, admin.get(one + "/numbers").expect(200).json().path("items").size());
        admin.get("/api/platform/numbers?text=INV-2026-04711").expect(200);
        admin.get("/api/platform/numbers").expectProblem(400, "platform.parameter.missing");
        House.Ran shown = house.script("console", "colonnade:series finance.invoice");
        assertEquals(shown.output(), 0, shown.status());
        assertTrue(shown.output(), shown.output().contains("2026: begins with 4711"));
        admin.post("/api/platform/functions/series/remove").expect(200);
        admin.post("/api/platform/functions/series/install").expect(200);
        assertEquals("INV-2026-04711", next(one, "2026-04-01"));
        admin.post("/api/platform/functions/series/remove").expect(200);
    }

    private String next(String one, String date) throws Exception {
        return admin.get(one + "/next?date=" + date)
                .expect(200)
                .json()
                .path("text")
                .asText();
    }
}
