package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.Test;

/** Schedules on the running platform, where the cron expression is the only class of its library. */
public class ScheduleJourney {

    private static final String PLACE = "/api/platform/schedules";

    private final House house = House.shared();
    private final Api admin = house.admin();

    @Test
    public void theNightlyWorkOfThePlatformIsThereAndIsFiredByHand() throws Exception {
        JsonNode kinds =
                admin.get("/api/platform/schedule-kinds").expect(200).json().path("items");
        assertEquals(List.of("privacy.invariants", "privacy.retention"), kinds.findValuesAsText("kind"));
        Deadline.within(Duration.ofSeconds(20), () -> standard("privacy.invariants") != null);
        String id = standard("privacy.invariants").path("id").asText();
        String job = admin.post(PLACE + '/' + id + "/run")
                .expect(200)
                .json()
                .path("job")
                .asText();
        ended(job, "DONE");
        assertTrue(admin.get("/api/platform/jobs/" + job)
                .expect(200)
                .json()
                .path("result")
                .has("run"));
        House.Ran shown = house.script("console", "colonnade:schedules");
        assertTrue(shown.output(), shown.output().contains("privacy.retention"));
        House.Ran firings = house.script("console", "colonnade:schedule-firings " + id);
        assertTrue(
                firings.output(),
                firings.output().contains("ASKED") && firings.output().contains(job));
    }

    @Test
    public void aScheduleIsMadeComesIsPausedAndRemoved() throws Exception {
        JsonNode described = house.api().get("/openapi.json").expect(200).json().path("paths");
        JsonNode preview =
                described.at("/~1api~1platform~1schedules~1preview/post/requestBody/content/application~1json/example");
        assertEquals(
                3,
                admin.post(PLACE + "/preview?count=3", preview.toString())
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        String example = described
                .at("/~1api~1platform~1schedules/post/requestBody/content/application~1json/example")
                .toString();
        Api.Answer made = admin.post(PLACE, example).expect(201);
        String one = PLACE + '/' + made.json().path("id").asText();
        assertTrue(made.text(), made.json().path("nextAt").asText().matches(".*T0[23]:00:00Z"));
        Api.Answer changed = admin.patch(
                        one,
                        made.etag(),
                        "{\"cron\":null,\"every\":\"PT10S\",\"kind\":\"privacy.invariants\",\"overlap\":\"QUEUE\"}")
                .expect(200);
        admin.patch(one, made.etag(), "{\"zone\":\"UTC\"}").expectProblem(412, "platform.record.stale");
        admin.patch(one, changed.etag(), "{\"cron\":\"* * * * *\"}").expectProblem(422, "schedule.plan.invalid");
        Deadline.within(Duration.ofSeconds(40), () -> firings(one).size() >= 2);
        Api.Answer paused = admin.post(one + "/pause").expect(200);
        assertTrue(paused.text(), paused.json().path("paused").asBoolean());
        for (JsonNode firing : firings(one)) {
            assertTrue(firing.toString(), firing.path("outcome").asText().matches("FIRED|QUEUED|CAUGHT_UP"));
        }
        JsonNode last = admin.get(one).expect(200).json().path("lastJob");
        ended(last.asText().substring("platform:job:".length()), "DONE");
        assertEquals(
                "platform:user:",
                admin.get(one).expect(200).json().path("owner").asText().substring(0, 14));
        admin.delete(one, paused.etag()).expect(204);
        admin.post(one + "/run").expectProblem(409, "schedule.plan.archived");
    }

    private List<JsonNode> firings(String one) {
        JsonNode items = admin.get(one + "/firings").expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private JsonNode standard(String kind) {
        for (JsonNode one : admin.get(PLACE).expect(200).json().path("items")) {
            if (one.path("standardOf").asText().equals(kind)) {
                return one;
            }
        }
        return null;
    }

    private void ended(String job, String state) throws Exception {
        String place = "/api/platform/jobs/" + job;
        Deadline.within(Duration.ofSeconds(60), () -> !"QUEUED RUNNING"
                .contains(admin.get(place).expect(200).json().path("state").asText()));
        assertEquals(state, admin.get(place).expect(200).json().path("state").asText());
    }
}
