package org.colonnade.platform.rest.internal.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.rest.internal.door.Answer;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.openapi.ApiDocument;
import org.colonnade.platform.rest.internal.openapi.OpenApiRules;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PlatformModuleTest {

    private final FunctionResource functions = new FunctionResource();
    private final PaperLog log = new PaperLog();
    private final EventSight sight = (actor, events) -> actor.administrator() ? events : List.of();
    private final TestAudit audit = new TestAudit();
    private TestHouse house;
    private PlatformModule module;

    @Before
    public void open() {
        house = new TestHouse();
        module = new PlatformModule(
                new InfoResource(house.board.switchboard),
                new EventResource(log, sight),
                new EventStreamResource(log, sight, () -> false),
                new ReactionResource(log),
                new DeadLetterResource(log),
                functions,
                new AuditResource(audit),
                new CompanyResource(house.companies));
        house.board.arrive(module);
    }

    @After
    public void close() throws Exception {
        house.close();
    }

    @Test
    public void thePlatformDescribesItself() {
        assertTrue(house.board.switchboard.refused().isEmpty());
        OpenApiRules.check(new ApiDocument("1").of(house.board.switchboard.answering()));
        for (Permission permission : module.permissions()) {
            assertTrue(permission.name(), permission.labels().keySet().containsAll(List.of("en", "th")));
        }
    }

    @Test
    public void whoIsSignedInHearsWhatRunsHere() throws Exception {
        JsonNode info = Answer.ok(200, house.get("reader", "/api/platform/info"));
        assertEquals("Colonnade", info.path("name").asText());
        assertEquals("platform", info.path("modules").path(0).asText());
        Answer.refused(401, "platform.token.missing", house.send(house.to("/api/platform/info")));
    }

    @Test
    public void theEventLogIsReadAndRetried() throws Exception {
        Answer.refused(403, "platform.forbidden", house.get("reader", "/api/platform/events"));
        for (int i = 0; i < 5; i++) {
            log.happen("crm.party.created", "crm:party:" + i);
            log.happen("crm.lead.created", "crm:lead:" + i);
        }
        String list = "/api/platform/events?type=crm.party.*&limit=2&after=";
        JsonNode page = Answer.ok(200, house.get("admin", list));
        assertEquals(2, page.path("items").size());
        assertEquals("crm:party:1", page.path("items").path(1).path("subject").asText());
        page = Answer.ok(200, house.get("admin", list + page.path("next").asText()));
        assertEquals("crm:party:2", page.path("items").path(0).path("subject").asText());
        page = Answer.ok(200, house.get("admin", list + page.path("next").asText()));
        assertEquals(1, page.path("items").size());
        assertTrue(page.path("next").isMissingNode());
        Answer.refused(422, "platform.page.cursor", house.get("admin", list + "x"));
        Answer.refused(422, "platform.event.filter", house.get("admin", "/api/platform/events?type=party"));
        Answer.refused(403, "platform.forbidden", house.get("reader", "/api/platform/reactions"));
        Answer.refused(403, "platform.forbidden", house.get("reader", "/api/platform/dead-letters"));
        assertEquals(
                4,
                Answer.ok(200, house.get("admin", "/api/platform/reactions"))
                        .path(0)
                        .path("behind")
                        .asInt());
        assertEquals(
                "7",
                Answer.ok(200, house.get("admin", "/api/platform/dead-letters"))
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText());
        assertEquals(204, post("/api/platform/dead-letters/7/retry").statusCode());
        Answer.refused(404, "platform.dead-letter.not-found", post("/api/platform/dead-letters/8/retry"));
        assertEquals(List.of("7", "8"), log.retried);
    }

    @Test
    public void theAuditIsReadAndVerified() throws Exception {
        Answer.refused(403, "platform.forbidden", house.get("reader", "/api/platform/audit"));
        JsonNode page = Answer.ok(
                200,
                house.get(
                        "admin",
                        "/api/platform/audit?subject=crm:party:1&action=changed&from=2026-01-01T00:00:00Z&limit=2"));
        assertEquals(
                "Filter[subject=crm:party:1, actor=null, action=changed, from=2026-01-01T00:00:00Z, to=null, principal=null]2",
                page.path("items").path(0).path("requestId").asText());
        assertEquals(
                "{}",
                Answer.ok(200, house.get("admin", "/api/platform/audit/1"))
                        .path("after")
                        .asText());
        Answer.refused(404, "platform.audit.not-found", house.get("admin", "/api/platform/audit/2"));
        Answer.refused(400, "platform.parameter.malformed", house.get("admin", "/api/platform/audit?from=yesterday"));
        JsonNode verdict = Answer.ok(200, post("/api/platform/audit/verify"));
        assertFalse(verdict.path("holds").asBoolean());
        assertEquals("MISSING", verdict.path("wrong").path("fault").asText());
    }

    @Test
    public void companiesAreOpenedAndChanged() throws Exception {
        Answer.refused(403, "platform.forbidden", house.get("reader", "/api/platform/companies"));
        assertEquals(
                3, Answer.ok(200, house.get("admin", "/api/platform/companies")).size());
        JsonNode two = Answer.ok(200, house.get("admin", "/api/platform/companies/two"));
        assertEquals("Company two", two.path("name").asText());
        assertFalse("its number is the platform's own", two.has("id"));
        Answer.refused(404, "platform.company.not-found", house.get("admin", "/api/platform/companies/none"));
        HttpResponse<String> opened = house.post(
                "admin", "/api/platform/companies", "application/json", "{\"code\": \"three\", \"name\": \"Three\"}");
        assertEquals(201, opened.statusCode());
        assertTrue(opened.headers().firstValue("Location").orElse("").endsWith("/companies/three"));
        Answer.refused(428, "platform.if-match.missing", patched(null));
        Answer.refused(412, "platform.record.stale", patched("\"3\""));
        assertEquals("Two Ltd", Answer.ok(200, patched("\"4\"")).path("name").asText());
    }

    private HttpResponse<String> patched(String ifMatch) throws Exception {
        HttpRequest.Builder request = house.as("admin", "/api/platform/companies/two")
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"name\": \"Two Ltd\"}"));
        return house.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    @Test
    public void functionsAreInstalledWhereTheCatalogueIsThere() throws Exception {
        HttpResponse<String> away = house.get("admin", "/api/platform/functions");
        Answer.refused(503, "platform.functions.away", away);
        assertTrue(away.headers().firstValue("Retry-After").isPresent());
        functions.functions = new Catalogue();
        assertEquals(
                "AVAILABLE",
                Answer.ok(200, house.get("admin", "/api/platform/functions"))
                        .path(0)
                        .path("state")
                        .asText());
        assertEquals(
                "ACTIVE",
                Answer.ok(200, post("/api/platform/functions/crm/install"))
                        .path("state")
                        .asText());
        Answer.refused(409, "platform.function.failed", post("/api/platform/functions/crm/update"));
        Answer.refused(404, "platform.function.not-found", post("/api/platform/functions/nothing/remove"));
        Answer.refused(404, "platform.function.not-found", house.get("admin", "/api/platform/functions/nothing"));
        Answer.refused(403, "platform.forbidden", house.get("reader", "/api/platform/functions"));
    }

    private HttpResponse<String> post(String path) throws Exception {
        return house.send(house.as("admin", path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static final class Catalogue implements Functions {

        @Override
        public List<FunctionStatus> all() {
            return List.of(new FunctionStatus("crm", "Customers", FunctionStatus.State.AVAILABLE, null, "1.0.0"));
        }

        @Override
        public FunctionStatus get(String id) {
            return all().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> NotFound.of("platform", "function", id));
        }

        @Override
        public FunctionStatus install(String id) {
            return new FunctionStatus(get(id).id(), "Customers", FunctionStatus.State.ACTIVE, "1.0.0", "1.0.0");
        }

        @Override
        public FunctionStatus update(String id) {
            throw new Conflict("platform.function.failed", "It did not start; the state before is kept.");
        }

        @Override
        public FunctionStatus remove(String id) {
            return get(id);
        }
    }
}
