package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;

/** What trust.md promises about a fresh start and about the description of the API, seen from outside. */
public class Contract {

    private final House house = House.shared();
    private final Api admin = house.admin();

    @Test
    public void everyOperationIsDescribedWithIdentityPermissionAndScope() {
        JsonNode description = house.api().get("/openapi.json").expect(200).json();
        assertTrue(description.path("openapi").asText().startsWith("3.1"));
        Set<String> ids = new HashSet<>();
        int operations = 0;
        for (var path : description.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (!Set.of("get", "post", "put", "patch", "delete").contains(method.getKey())) {
                    continue;
                }
                JsonNode operation = method.getValue();
                String name = method.getKey() + " " + path.getKey();
                assertTrue(name, ids.add(operation.path("operationId").asText()));
                assertTrue(name + " security", operation.has("security"));
                assertTrue(
                        name + " x-permission", operation.path("x-permission").isTextual());
                assertTrue(
                        name + " x-scope",
                        Set.of("company", "global", "self")
                                .contains(operation.path("x-scope").asText()));
                operations++;
            }
        }
        assertTrue(operations + " operations", operations > 40);
    }

    /** They may name what has to be there first; what they add is put away again. */
    @Test
    public void noExampleOfARecordIsMalformed() {
        int added = 0;
        for (var path : house.api().get("/openapi.json").json().path("paths").properties()) {
            JsonNode post = path.getValue().path("post");
            JsonNode example = post.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("example");
            String place = path.getKey();
            if (!place.matches("/api/crm/[a-z-]+") || !post.path("responses").has("201") || example.isMissingNode()) {
                continue;
            }
            Api.Answer answer = admin.post(place, example.toString()).expect(201, 409, 422);
            if (answer.status() == 201) {
                added++;
                admin.delete(place + '/' + answer.json().path("id").asText(), answer.etag());
            }
        }
        assertTrue(added + " kinds of records", added >= 8);
    }

    @Test
    public void everyExampleOfATableIsRead() throws Exception {
        List<String> taken = new ArrayList<>();
        for (var path : house.api().get("/openapi.json").json().path("paths").properties()) {
            String table = path.getValue()
                    .at("/post/requestBody/content/text~1csv/example")
                    .asText();
            if (!path.getKey().endsWith("/files/import") || table.isEmpty()) {
                continue;
            }
            String job = "/api/platform/jobs/"
                    + admin.post(path.getKey() + "?dryRun=true", "text/csv", table.getBytes(StandardCharsets.UTF_8))
                            .expect(202)
                            .json()
                            .path("job")
                            .asText();
            Deadline.within(Duration.ofSeconds(30), () -> !"QUEUED RUNNING"
                    .contains(admin.get(job).json().path("state").asText()));
            JsonNode ended = admin.get(job).json();
            assertEquals(path.getKey() + ended, "DONE", ended.path("state").asText());
            if (ended.toString().contains("\"refused\":0")) {
                taken.add(path.getKey());
            }
        }
        // the others name a record that has to be there first
        assertTrue(taken.toString(), taken.size() >= 8);
    }

    @Test
    public void whatNeedsAnIdentityRefusesEverybodyElse() {
        JsonNode description = house.api().get("/openapi.json").json();
        description.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (get.path("security").size() > 0) {
                assertEquals(
                        path.getKey(),
                        401,
                        house.api()
                                .get(path.getKey().replaceAll("\\{[^}]*}", "x"))
                                .status());
            }
        });
    }

    @Test
    public void exactlyOnePortListensAndOnlyOnLoopback() throws Exception {
        long pid = house.process().pid();
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> handles = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path handle : handles.toList()) {
                String target = Files.isSymbolicLink(handle)
                        ? Files.readSymbolicLink(handle).toString()
                        : "";
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        }
        List<String> listening = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(Contract::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(field -> field[3].equals("0A") && inodes.contains(field[9]))
                .map(field -> field[1])
                .toList();
        assertEquals(listening.toString(), 1, listening.size());
        String hexPort = listening.get(0).substring(listening.get(0).lastIndexOf(':') + 1);
        assertEquals(house.port(), Integer.parseInt(hexPort, 16));
        assertTrue(listening.get(0), listening.get(0).contains("0100007F"));
        assertTrue(InetAddress.getLoopbackAddress().isLoopbackAddress());
    }

    @Test
    public void aFreshStartHasNoAccountButAOneTimeSecret() throws Exception {
        House fresh = House.empty("fresh");
        try {
            fresh.start();
            Path secret = fresh.home().resolve("administrator-secret");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
            fresh.api()
                    .post("/api/platform/sign-in", "{\"name\":\"admin\",\"password\":\"admin\"}")
                    .expect(401);
            fresh.admin().get("/api/platform/me").expect(200);
            assertFalse("the secret works once", Files.exists(secret));
            fresh.api()
                    .post(
                            "/api/platform/setup",
                            "{\"secret\":\"x\",\"name\":\"eve\",\"password\":\"" + Keys.PASSWORD + "\"}")
                    .expect(409);
            House.Ran ran = fresh.script("console", "colonnade:functions");
            assertEquals(ran.output(), 0, ran.status());
            assertTrue(ran.output(), ran.output().contains("crm"));
        } finally {
            fresh.close();
        }
    }

    @Test
    public void aUserWithoutARoleCanDoNothing() {
        String name = "nobody" + System.nanoTime();
        admin.post("/api/platform/users", "{\"name\":\"" + name + "\",\"password\":\"" + Keys.PASSWORD + "\"}")
                .expect(201);
        Api nobody = house.signIn(name, Keys.PASSWORD);
        nobody.get("/api/platform/me").expect(200);
        nobody.get("/api/crm/parties").expectProblem(403, "platform.forbidden");
        nobody.get("/api/platform/users").expectProblem(403, "platform.forbidden");
        nobody.post("/api/platform/functions/crm/remove").expectProblem(403, "platform.forbidden");
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream().skip(1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
