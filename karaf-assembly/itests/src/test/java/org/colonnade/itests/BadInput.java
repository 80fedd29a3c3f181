package org.colonnade.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
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
        api.post(PARTIES, "").expectProblem(400, "platform.body.missing");
        api.post(PARTIES, "[]").expectProblem(400, "platform.json.wrong-type");
        api.post(PARTIES, "{}").expectProblem(422, "crm.party.invalid");
        api.post(PARTIES, "{\"displayName\":\"a\",\"displayName\":\"b\"}")
                .expectProblem(400, "platform.json.duplicate-field");
        api.post(PARTIES, "{\"displayName\":\"a\"} {}").expectProblem(400, "platform.json.malformed");
        assertEquals(
                400,
                api.post(PARTIES, "{\"tags\":" + "[".repeat(5000) + "]".repeat(5000) + "}")
                        .status());
        api.post(PARTIES, "{\"displayName\":\"a\",\"shoeSize\":44}").expectProblem(400, "platform.json.unknown-field");
    }

    @Test
    public void textThatIsNoTextOrTooLong() {
        api.post(PARTIES, Samples.person("x".repeat(5000), "a@example.com")).expectProblem(422, "crm.party.invalid");
        api.post(PARTIES, Samples.person("a\\u0000b", "a@example.com")).expectProblem(400, "platform.json.wrong-value");
        api.post(PARTIES, Samples.person("a\\ud83d", "a@example.com")).expectProblem(400, "platform.json.wrong-value");
    }

    @Test
    public void filesThatAreNone() {
        String cards = "/api/crm/imports";
        api.post(cards, "text/vcard", new byte[0]).expectProblem(422, "crm.import.empty");
        api.post(cards, "text/vcard", "hello".getBytes(UTF_8)).expectProblem(422, "crm.import.no-card");
        byte[] junk = new byte[4096];
        new java.util.Random(3).nextBytes(junk);
        assertEquals(422, api.post(cards, "text/vcard", junk).status());
        api.post(cards, "application/pdf", junk).expectProblem(415, "platform.content-type");
        api.post(cards, "text/csv; charset=klingon", junk).expectProblem(415, "platform.content-type");
        api.post("/api/crm/imports", "text/csv", new byte[0]).expectProblem(422, "crm.import.empty");
    }

    /** Said beforehand or not, a hundred megabytes are refused, and whoever sends them hears why. */
    @Test
    public void aFileOfAHundredMegabytes() throws IOException {
        assertRefused(raw("Content-Length: 100000000\r\nExpect: 100-continue\r\n", 0));
        assertRefused(raw("Content-Length: 100000000\r\n", 100_000_000));
        assertEquals("it goes on", 200, api.get("/health/ready").status());
    }

    private static void assertRefused(String answer) {
        assertTrue(answer, answer.startsWith("HTTP/1.1 413"));
        assertTrue(answer, answer.contains("platform.body.too-large"));
    }

    /** Sends a body of zero bytes by hand, as far as the server takes it, and reads what it answers. */
    private String raw(String headers, long length) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), House.shared().port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/crm/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/vcard\r\n"
                            + "Authorization: Bearer " + api.token() + "\r\nConnection: close\r\n" + headers + "\r\n")
                    .getBytes(UTF_8));
            byte[] zeros = new byte[64 * 1024];
            try {
                for (long sent = 0; sent < length; sent += zeros.length) {
                    out.write(zeros, 0, (int) Math.min(zeros.length, length - sent));
                }
            } catch (IOException refused) {
                // the server has said no and hung up; what it said is read below
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    public void aWrongContentType() {
        api.post(PARTIES, "text/plain", "{}".getBytes(UTF_8)).expectProblem(415, "platform.content-type");
        api.post(PARTIES, "application/xml", "<a/>".getBytes(UTF_8)).expectProblem(415, "platform.content-type");
    }

    @Test
    public void aTokenThatIsMissingOrWrong() {
        for (String token : new String[] {null, "", "x", "col_" + "A".repeat(43), "a".repeat(5_000)}) {
            Api stranger = api.as(token);
            assertEquals(String.valueOf(token), 401, stranger.get(PARTIES).status());
            assertEquals(
                    401,
                    stranger.post(PARTIES, Samples.person("Stranger", "s@example.com"))
                            .status());
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
            files = all.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .toList();
        }
        assertTrue("files in " + folder, files.size() > 50);
        for (Path file : files) {
            int status = api.post(PARTIES, "application/json", Files.readAllBytes(file))
                    .status();
            assertTrue(file + " answered " + status, status >= 400 && status < 500);
        }
    }

    private String everything() {
        return api.get(PARTIES + "?limit=500").expect(200).text()
                + api.get("/api/crm/imports?limit=500").text();
    }
}
