package org.colonnade.itests;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Test;

/** Approvals on the running platform, as far as they go without a function that asks for any. */
public class ApprovalJourney {

    private static final String RULES = "/api/platform/approval-rules";
    private static final String PLACE = "/api/platform/approvals";

    private final House house = House.shared();
    private final Api admin = house.admin();

    @Test
    public void rulesAreMadeAndTheInboxIsEmpty() throws Exception {
        admin.post("/api/platform/functions/approvals/install").expect(200);
        JsonNode described = house.api().get("/openapi.json").expect(200).json().path("paths");
        String example = described
                .at("/~1api~1platform~1approval-rules/post/requestBody/content/application~1json/example")
                .toString();
        admin.post(RULES, example).expect(201);
        assertEquals(
                1,
                admin.get(RULES + "?filter=kind==finance.payment-run")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        admin.post(RULES, "{\"kind\": \"finance.payment-run\", \"name\": \"None\", \"steps\": []}")
                .expectProblem(422, "approvals.rule.invalid");
        assertEquals(
                0, admin.get(PLACE + "/inbox").expect(200).json().path("items").size());
        assertEquals(
                0,
                admin.get(PLACE + "?state=OPEN")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        admin.post(PLACE + "/0000000000001/approve", "{\"version\": 1, \"fingerprint\": \"12345678\"}")
                .expectProblem(404, "approvals.request.not-found");
        admin.post(
                        "/api/platform/approval-delegations",
                        "{\"taker\": \"platform:user:0000000000001\", \"from\": \"2027-08-01T00:00:00Z\", \"until\": \"2027-08-15T00:00:00Z\"}")
                .expectProblem(422, "approvals.delegation.invalid");
        assertEquals(
                0,
                admin.get("/api/platform/approval-delegations")
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        admin.post("/api/platform/functions/approvals/remove").expect(200);
    }
}
