package org.colonnade.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Test;

/** A person asks what the company knows, and to be forgotten: over all functions, also one that is away at the moment. */
public class Forgotten {

    private static final String PARTIES = "/api/crm/parties";
    private static final String ERASURES = "/api/platform/privacy/erasures";
    private static final String EXPORTS = "/api/platform/privacy/exports";

    private final Api api = House.shared().admin();

    /** Letters only: what is looked for in the answers must not occur in an id or a time by chance. */
    private final String name = "Zq" + Long.toString(System.nanoTime(), 36).replaceAll("\\d", "x");

    @Test
    public void aPersonIsToldEverythingAndThenForgotten() throws Exception {
        String party = person();
        api.post(PARTIES + '/' + party + "/notes", "{\"text\":\"Likes " + name + "\"}")
                .expect(201);
        JsonNode export = api.post(EXPORTS, who(party, "")).expect(201).json();
        assertEquals("DONE", export.path("state").asText());
        String bundle = EXPORTS + '/' + export.path("id").asText() + "/bundle";
        Map<String, String> files = unzipped(api.get(bundle).expect(200).bytes());
        assertTrue(files.toString(), files.get("crm/data.json").contains("Likes " + name));
        assertTrue(files.keySet().toString(), files.containsKey("index.json"));

        String rows = "First Name,Last Name,E-mail\nA," + name + ',' + name.toLowerCase(Locale.ROOT) + "@example.com\n";
        JsonNode tried = api.post("/api/crm/imports?dryRun=true&wait=60", "text/csv", rows.getBytes(UTF_8))
                .expect(200)
                .json();
        String file = "/api/platform/jobs/" + tried.path("job").asText() + "/files/input";
        api.get(file).expect(200);

        String preview = api.post(ERASURES, who(party, ",\"reason\":\"asked\",\"preview\":true"))
                .expect(201)
                .text();
        assertTrue(preview, preview.contains("ANONYMISED"));
        String found = "platform:job-file:" + tried.path("job").asText() + "/input";
        assertTrue(preview, preview.contains(found));
        api.get(file).expect(200);
        assertTrue(api.get(PARTIES + '/' + party).expect(200).text().contains(name));

        JsonNode erasure = api.post(ERASURES, who(party, ",\"reason\":\"asked\""))
                .expect(201)
                .json();
        assertEquals("DONE", erasure.path("state").asText());
        assertTrue(erasure.toString(), erasure.toString().contains(found));
        api.get(file).expectProblem(404, "platform.job.file-erased");
        api.post("/api/crm/imports/" + tried.path("id").asText() + "/commit")
                .expectProblem(409, "crm.import.file-gone");
        api.get(bundle).expectProblem(404, "platform.privacy-bundle.not-found");
        nothingIsLeft(party);
        certified(ERASURES + '/' + erasure.path("id").asText());
    }

    @Test
    public void aFunctionThatIsAwayIsAskedWhenItComesBack() throws Exception {
        String party = person();
        api.post("/api/platform/functions/crm/remove").expect(200);
        String erasure;
        try {
            JsonNode waiting = api.post(ERASURES, who(party, ",\"reason\":\"asked\""))
                    .expect(201)
                    .json();
            assertEquals("WAITING", waiting.path("state").asText());
            assertEquals("crm", waiting.path("waitingFor").path(0).asText());
            erasure = ERASURES + '/' + waiting.path("id").asText();
            api.get(erasure + "/certificate").expectProblem(409, "platform.privacy.not-done");
        } finally {
            api.post("/api/platform/functions/crm/install").expect(200);
        }
        Deadline.within(
                Duration.ofSeconds(30),
                () -> api.get(erasure).json().path("state").asText().equals("DONE"));
        nothingIsLeft(party);
        certified(erasure);
    }

    @Test
    public void theDataAgreesHereAndOnTheConsole() {
        JsonNode run =
                api.post("/api/platform/invariants/run", "{}").expect(200).json();
        assertEquals(
                run.toString(),
                0,
                run.path("violated").asInt() + run.path("unchecked").asInt());
        api.get("/api/platform/invariants")
                .expect(200)
                .json()
                .forEach(one -> assertTrue(one.toString(), one.path("holds").asBoolean()));
        House.Ran ran = House.shared().script("console", "colonnade:invariants --run crm");
        assertEquals(ran.output(), 0, ran.status());
        assertEquals(
                1,
                House.shared().script("console", "colonnade:invariants nothing").status());
    }

    private String person() {
        return api.post(PARTIES, Samples.person(name, name.toLowerCase(Locale.ROOT) + "@example.com"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String who(String party, String more) {
        return "{\"person\":\"crm:party:" + party + '"' + more + '}';
    }

    private void nothingIsLeft(String party) {
        assertEquals(
                "erased",
                api.get(PARTIES + '/' + party)
                        .expect(200)
                        .json()
                        .path("displayName")
                        .asText());
        assertEquals(
                0,
                api.get(PARTIES + "?archived=true&q=" + name)
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        String after = "";
        do {
            Api.Answer page = api.get("/api/platform/events?limit=500" + after).expect(200);
            assertFalse(page.text().contains(name));
            JsonNode next = page.json().path("next");
            after = next.isTextual() ? "&after=" + next.asText() : "";
        } while (!after.isEmpty());
    }

    /** The certificate names every function and nobody, and its text proves itself. */
    private void certified(String erasure) throws Exception {
        Api.Answer certificate = api.get(erasure + "/certificate").expect(200);
        assertFalse(certificate.text().contains(name));
        assertTrue(certificate.text(), certificate.text().contains("\"crm\""));
        String text = api.get(erasure + "/certificate.txt").expect(200).text();
        int last = text.lastIndexOf('\n', text.length() - 2) + 1;
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(text.substring(0, last).getBytes(UTF_8));
        assertEquals(HexFormat.of().formatHex(hash), text.substring(last).strip());
        assertEquals(
                HexFormat.of().formatHex(hash),
                certificate.json().path("sha256").asText());
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
