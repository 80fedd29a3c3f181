package org.colonnade.itests;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.Test;

/** The way of a lead through the house, and with it what a declared record gets: over HTTP, on the distribution as it is shipped. */
public class LeadJourney {

    private static final String LEADS = "/api/crm/leads";
    private final String mark = "k" + Long.toString(System.nanoTime(), 36);

    @Test
    public void aLeadIsFoundChangedRememberedAndConverted() throws Exception {
        Api api = House.shared().admin();
        JsonNode made =
                api.post(LEADS, lead("Malee " + mark, "0.50")).expect(201).json();
        String lead = LEADS + '/' + made.path("id").asText();
        api.post(LEADS, lead("Somchai " + mark, "900.00")).expect(201);
        assertEquals(
                1,
                list(api, "filter=", "givenName==Malee " + mark + ";value.amount=lt=1")
                        .size());
        assertEquals(2, list(api, "q=", mark).size());
        JsonNode sorted = list(api, "sort=-value.amount&fields=value&filter=", "givenName==*" + mark);
        assertEquals("900.00", sorted.get(0).path("value").path("amount").asText());
        assertTrue(sorted.get(0).path("givenName").isMissingNode());
        Api.Answer changed = api.patch(lead, "\"1\"", "{\"interest\":\"Tea\",\"tags\":[\"" + mark + "\"]}")
                .expect(200);
        api.patch(lead, "\"1\"", "{\"interest\":\"Lost\"}").expectProblem(412, "platform.record.stale");
        assertEquals(1, list(api, "tag=", mark).size());
        JsonNode versions = api.get(lead + "/history").expect(200).json().path("items");
        assertEquals(2, versions.size());
        assertEquals(
                "interest", versions.get(0).path("changes").get(0).path("field").asText());
        JsonNode older = api.get(lead + "/history/1").expect(200).json();
        assertTrue(older.path("interest").isMissingNode());
        assertEquals("\"2\"", changed.etag());
        converted(api, lead);
    }

    private static void converted(Api api, String lead) {
        api.post(lead + "/contact").expect(200);
        api.post(lead + "/qualify").expect(200);
        String wish = "{\"opportunity\":{\"name\":\"Tea for the canteen\"}}";
        JsonNode first = api.post(lead + "/convert", wish).expect(200).json();
        JsonNode second = api.post(lead + "/convert", wish).expect(200).json();
        assertEquals("a second time changes nothing", first.path("party"), second.path("party"));
        assertEquals(first.path("opportunity"), second.path("opportunity"));
        String opportunity = first.path("opportunity").asText().replaceFirst(".*:", "/api/crm/opportunities/");
        assertEquals(
                "OPEN", api.get(opportunity).expect(200).json().path("state").asText());
        assertFalse(api.get(opportunity + "/stages").expect(200).json().isEmpty());
    }

    @Test
    public void aTableComesInOnceAndIsTakenBack() throws Exception {
        Api api = House.shared().admin();
        String csv = "familyName,email\n" + mark + " one,one@" + mark + ".example\n,\n" + mark + " two,two@" + mark
                + ".example\n";
        JsonNode result = done(api, api.post(LEADS + "/files/import", "text/csv", csv.getBytes(UTF_8)));
        assertEquals(result.toString(), 2, result.path("result").path("created").asInt());
        String job = "/api/platform/jobs/" + result.path("id").asText();
        String refused = api.get(job + "/files/refused.csv").expect(200).text();
        assertTrue(refused, refused.startsWith("familyName,email,problem"));
        String table = api.get(LEADS + "/files/export?filter=" + encode("familyName==" + mark + "*", UTF_8))
                .expect(200)
                .text();
        assertEquals(3, table.lines().count());
        api.post(LEADS + "/files/import", "text/csv", "colour\nred\n".getBytes(UTF_8))
                .expectProblem(422, "platform.import.header");
        JsonNode undone =
                done(api, api.post(LEADS + "/files/import/" + result.path("id").asText() + "/undo"));
        assertEquals(2, undone.path("result").path("undone").asInt());
        assertEquals(0, list(api, "filter=", "familyName==" + mark + "*").size());
    }

    @Test
    public void whatARoleWithholdsIsWithheldEverywhere() throws Exception {
        Api api = House.shared().admin();
        String id = api.post(LEADS, lead("Malee " + mark, "7.00"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Api clerk = clerk(api);
        api.send(api.request("/api/platform/field-rights")
                        .header("Content-Type", "application/json")
                        .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"role\":\"" + mark
                                + "\",\"kind\":\"crm:lead\",\"field\":\"value\",\"access\":\"NONE\"}")))
                .expect(200);
        JsonNode seen = clerk.get(LEADS + '/' + id).expect(200).json();
        assertTrue(seen.toString(), seen.path("value").isMissingNode());
        clerk.get(LEADS + "?filter=" + encode("value.amount==7", UTF_8))
                .expectProblem(422, "platform.filter.unknown-field");
        clerk.get(LEADS + "?sort=value.amount").expectProblem(422, "platform.sort.unknown-field");
        assertFalse(clerk.get(LEADS + "/files/export").expect(200).text().contains("7.00"));
        assertFalse(clerk.get(LEADS + '/' + id + "/history").expect(200).text().contains("7.00"));
        clerk.patch(LEADS + '/' + id, "\"1\"", "{\"interest\":\"x\"}").expect(403);
    }

    private Api clerk(Api api) {
        api.post("/api/platform/roles", "{\"name\":\"" + mark + "\",\"permissions\":[\"crm.lead.read\"]}")
                .expect(201);
        String password = "four quiet elephants " + mark;
        api.post(
                        "/api/platform/users",
                        "{\"name\":\"" + mark + "\",\"password\":\"" + password + "\",\"roles\":[\"" + mark + "\"]}")
                .expect(201);
        return api.as(api.post("/api/platform/sign-in", "{\"name\":\"" + mark + "\",\"password\":\"" + password + "\"}")
                .expect(200)
                .json()
                .path("token")
                .asText());
    }

    private static String lead(String name, String amount) {
        return "{\"givenName\":\"" + name + "\",\"familyName\":\"Srisuk\",\"value\":{\"amount\":\"" + amount
                + "\",\"currency\":\"EUR\"}}";
    }

    private static JsonNode list(Api api, String parameters, String value) {
        return api.get(LEADS + '?' + parameters + encode(value, UTF_8))
                .expect(200)
                .json()
                .path("items");
    }

    private static JsonNode done(Api api, Api.Answer submitted) throws Exception {
        String job =
                "/api/platform/jobs/" + submitted.expect(202).json().path("job").asText();
        Deadline.within(Duration.ofSeconds(30), () -> !"QUEUED RUNNING"
                .contains(api.get(job).expect(200).json().path("state").asText()));
        JsonNode ended = api.get(job).expect(200).json();
        assertEquals(ended.toString(), "DONE", ended.path("state").asText());
        return ended;
    }
}
