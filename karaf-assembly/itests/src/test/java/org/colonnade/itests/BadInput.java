package org.colonnade.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/** What is wrong is refused with a stable code; nothing of it is stored and nothing is lost. */
public class BadInput {

    private static final String PARTIES = "/api/crm/parties";

    private final Api api = House.shared().admin();
    private String before;

    @Before
    public void rememberWhatIsThere() {
        before = everything();
    }

    @After
    public void nothingWasStored() {
        assertEquals(before, everything());
    }

    @Test
    public void wrongJson() {
        api.post(PARTIES, "{\"kind\":").expectProblem(400, "platform.json.malformed");
        api.post(PARTIES, "").expectProblem(400, "platform.json.malformed");
        api.post(PARTIES, "[]").expectProblem(400, "platform.json.malformed");
        api.post(PARTIES, "{\"displayName\":\"a\",\"displayName\":\"b\"}").expectProblem(400, "platform.json.malformed");
        api.post(PARTIES, "{\"displayName\":\"a\"} {}").expectProblem(400, "platform.json.malformed");
        api.post(PARTIES, "{\"tags\":" + "[".repeat(5000) + "]".repeat(5000) + "}").expectProblem(400, "platform.json.malformed");
        api.post(PARTIES, "{\"displayName\":\"a\",\"shoeSize\":44}").expectProblem(400, "platform.json.unknown-field");
    }

    @Test
    public void textThatIsNoTextOrTooLong() {
        api.post(PARTIES, Samples.person("x".repeat(5000), "a@example.com")).expectProblem(422, "crm.party.invalid");
        api.post(PARTIES, Samples.person("a\\u0000b", "a@example.com")).expectProblem(422, "crm.party.invalid");
        api.post(PARTIES, Samples.person("a\\ud83d", "a@example.com")).expectProblem(422, "crm.party.invalid");
    }

    @Test
    public void filesThatAreNone() {
        String cards = "/api/crm/imports/vcard";
        api.post(cards, "text/vcard", new byte[0]).expectProblem(422, "crm.import.empty");
        api.post(cards, "text/vcard", "hello".getBytes(UTF_8)).expectProblem(422, "crm.import.no-card");
        byte[] junk = new byte[4096];
        new java.util.Random(3).nextBytes(junk);
        assertEquals(422, api.post(cards, "text/vcard", junk).status());
        api.post(cards, "application/pdf", junk).expectProblem(415, "platform.content-type");
        api.post("/api/crm/imports/csv", "text/csv", new byte[0]).expectProblem(422, "crm.import.empty");
    }

    @Test
    public void aFileOfAHundredMegabytes() {
        HttpRequest.BodyPublisher known = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Zeros(100_000_000)), 100_000_000);
        api.send(api.request("/api/crm/imports/vcard")
                        .header("Content-Type", "text/vcard")
                        .expectContinue(true)
                        .POST(known))
                .expectProblem(413, "platform.body.too-large");
        assertEquals("it goes on", 200, api.get("/health/ready").status());
    }

    @Test
    public void aWrongContentType() {
        api.post(PARTIES, "text/plain", "{}".getBytes(UTF_8)).expectProblem(415, "platform.content-type");
        api.post(PARTIES, "application/xml", "<a/>".getBytes(UTF_8)).expectProblem(415, "platform.content-type");
    }

    @Test
    public void aTokenThatIsMissingOrWrong() {
        for (String token : new String[] {null, "", "x", "col_" + "A".repeat(43), "a".repeat(10_000)}) {
            Api stranger = api.as(token);
            assertEquals(String.valueOf(token), 401, stranger.get(PARTIES).status());
            assertEquals(401, stranger.post(PARTIES, Samples.person("Stranger", "s@example.com")).status());
            assertEquals(401, stranger.get("/api/nowhere").status());
        }
    }

    @Test
    public void pathsMethodsAndParametersThatDoNotExist() {
        assertEquals(404, api.get("/api/crm/parties/none").status());
        assertEquals(404, api.get("/api/crm/nowhere").status());
        assertEquals(404, api.get("/nowhere").status());
        assertEquals(405, api.delete(PARTIES, null).status());
        assertEquals(400, api.get(PARTIES + "?limit=many").status());
        assertEquals(422, api.get(PARTIES + "?limit=0").status());
        assertEquals(422, api.get(PARTIES + "?after=made-up").status());
        assertEquals(400, api.get(PARTIES + "?colour=red").status());
    }

    @Test
    public void everyBrokenJsonOfTheCorpus() throws IOException {
        Path folder = Path.of(System.getProperty("colonnade.corpora", "none"), "09-naughty-inputs");
        Assume.assumeTrue("the shared corpora are not here", Files.isDirectory(folder));
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file)).toList();
        }
        assertTrue("files in " + folder, files.size() > 50);
        for (Path file : files) {
            int status = api.post(PARTIES, "application/json", Files.readAllBytes(file)).status();
            assertTrue(file + " answered " + status, status >= 400 && status < 500);
        }
    }

    private String everything() {
        return api.get(PARTIES + "?limit=500").expect(200).text() + api.get("/api/crm/imports?limit=500").text();
    }

    /** A stream of zero bytes that takes no memory. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            left -= count;
            return count;
        }
    }
}
