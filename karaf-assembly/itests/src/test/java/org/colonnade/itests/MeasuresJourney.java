package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.Test;

/** Currencies, rates and units on the running platform: told, imported, converted. */
public class MeasuresJourney {

    private static final String RATES = "/api/platform/rates";

    private final House house = House.shared();
    private final Api admin = house.admin();

    @Test
    public void ratesAreToldAndImportedAndAmountsAndQuantitiesConverted() throws Exception {
        admin.post("/api/platform/functions/measures/install").expect(200);
        JsonNode described = house.api().get("/openapi.json").expect(200).json().path("paths");
        String rate = described
                .at("/~1api~1platform~1rates/post/requestBody/content/application~1json/example")
                .toString();
        String id = admin.post(RATES, rate).expect(201).json().path("id").asText();
        imported(described);
        JsonNode converted = admin.get(
                        "/api/platform/conversions/money?amount=10.00&amount=0.05&from=USD&to=THB&on=2026-11-30")
                .expect(200)
                .json();
        // by way of the euro: 37.545 / 1.1602
        assertEquals("187725/5801", converted.at("/rate/factor").asText());
        assertEquals(2, converted.at("/rate/legs").size());
        assertEquals("325.23", converted.at("/total/amount/amount").asText());
        admin.get("/api/platform/conversions/rate?from=USD&to=THB&on=2027-11-30")
                .expectProblem(422, "measures.rate.too-old");
        admin.get("/api/platform/conversions/rate?from=USD&to=SEK&on=2026-11-30")
                .expectProblem(422, "measures.rate.none");
        admin.get("/api/platform/currencies/QQQ").expectProblem(404, "measures.currency.not-found");
        assertEquals(
                3,
                admin.get("/api/platform/currencies/KWD")
                        .expect(200)
                        .json()
                        .path("digits")
                        .asInt());
        units(described);
        House.Ran shown = house.script("console", "colonnade:rate JPY JPY 5");
        assertEquals(shown.output(), 0, shown.status());
        House.Ran pound = house.script("console", "colonnade:unit LBR KGM 2");
        assertTrue(pound.output(), pound.output().contains("0.90718474 KGM (45359237/50000000)"));
        admin.post("/api/platform/functions/measures/remove").expect(200);
        admin.post("/api/platform/functions/measures/install").expect(200);
        assertEquals(
                "37.545",
                admin.get(RATES + '/' + id).expect(200).json().path("rate").asText());
        admin.post("/api/platform/functions/measures/remove").expect(200);
    }

    private void imported(JsonNode described) throws Exception {
        String file = described
                .at("/~1api~1platform~1rates~1ecb/post/requestBody/content/application~1xml/example")
                .asText();
        JsonNode job = job(file);
        assertEquals(job.toString(), "DONE", job.path("state").asText());
        assertTrue(job.toString(), job.toString().contains("added"));
        admin.post(RATES + "/ecb", "application/xml", "<!DOCTYPE a []><a/>".getBytes(StandardCharsets.UTF_8))
                .expectProblem(422, "measures.ecb.unreadable");
    }

    private JsonNode job(String file) throws Exception {
        String id = admin.post(RATES + "/ecb", "application/xml", file.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .json()
                .path("job")
                .asText();
        String job = "/api/platform/jobs/" + id;
        Deadline.within(
                Duration.ofSeconds(30),
                () -> admin.get(job).expect(200).json().path("endedAt").isTextual());
        return admin.get(job).expect(200).json();
    }

    private void units(JsonNode described) {
        String unit = described
                .at("/~1api~1platform~1own-units/post/requestBody/content/application~1json/example")
                .toString();
        admin.post("/api/platform/own-units", unit).expect(201);
        JsonNode measured = admin.get("/api/platform/conversions/quantity?value=2&from=ZRA&to=HAR&digits=2")
                .expect(200)
                .json();
        assertEquals("0.32", measured.path("result").asText());
        admin.get("/api/platform/conversions/quantity?value=2&from=ZRA&to=KGM")
                .expectProblem(422, "measures.unit.incompatible");
        assertTrue(admin.get("/api/platform/units")
                        .expect(200)
                        .json()
                        .path("items")
                        .size()
                > 300);
    }
}
