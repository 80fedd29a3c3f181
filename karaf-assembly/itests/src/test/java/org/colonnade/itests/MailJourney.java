package org.colonnade.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Somebody fills in a form on a web page, gets a mail by a real mail server, opens the link in it and presses the button: then there is a
 * lead. The functions for it are installed and configured while the house runs.
 */
public class MailJourney {

    private final String mark = "p" + Long.toString(System.nanoTime(), 36);
    private final House house = House.shared();
    private final Path config = house.home().resolve("etc/org.colonnade.mail.cfg");
    private final Queue<byte[]> letters = new ConcurrentLinkedQueue<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandler((context, from, to, letter) -> letters.add(letter))
            .build();
    private String before;

    @Before
    public void start() throws Exception {
        before = Files.readString(config);
        server.start();
    }

    /** The other tests find the house as it was. */
    @After
    public void stop() throws Exception {
        server.stop();
        Files.writeString(config, before);
        house.admin().post("/api/platform/functions/crm-mail/remove").expect(200);
        house.admin().post("/api/platform/functions/mail/remove").expect(200);
    }

    @Test
    public void whoeverConfirmsByMailBecomesALead() throws Exception {
        Api admin = house.admin();
        submit(form(admin));
        assertEquals("without mail the link waits", 1, waiting(admin));
        admin.post("/api/platform/functions/crm-mail/install").expect(200);
        finding("mail", "WARNING");
        assertEquals("without a mail server it waits as before", 1, waiting(admin));
        Files.writeString(
                config,
                "host = 127.0.0.1\nport = %d\nsecurity = none\nfrom = Tea <noreply@example.com>\npublicUrl = http://localhost:%d/\n"
                        .formatted(server.getPortAllocated(), house.port()));
        Deadline.within(Duration.ofSeconds(30), () -> !letters.isEmpty());

        MimeMessage letter = letter();
        assertEquals("Bitte bestätigen: Tee für " + mark, letter.getSubject());
        assertEquals(mark + "@example.com", letter.getAllRecipients()[0].toString());
        String text = (String) letter.getContent();
        assertTrue(text, text.contains("> Sie dürfen mir schreiben: ชา."));
        URI link = text.lines()
                .filter(line -> line.startsWith("http"))
                .map(URI::create)
                .findFirst()
                .orElseThrow();
        assertEquals("localhost:" + house.port(), link.getAuthority());
        Deadline.within(Duration.ofSeconds(10), () -> waiting(admin) == 0);
        confirm(admin, link.getPath() + '?' + link.getQuery());
        assertEquals("one mail", 0, letters.size());
        theConsoleSendsAndSaysWhyNot();
    }

    private void confirm(Api admin, String link) {
        Api nobody = house.api();
        Api.Answer page =
                nobody.send(nobody.request(link).header("Accept", "text/html").GET());
        assertTrue(page.text(), page.expect(200).text().contains("<button type=\"submit\">"));
        assertEquals("opening it makes no lead", 0, leads(admin).size());
        nobody.post(link).expect(200);
        assertEquals("Web", leads(admin).get(0).path("source").asText());
    }

    private void theConsoleSendsAndSaysWhyNot() throws Exception {
        House.Ran sent = house.script("console", "colonnade:mail-test", "anna@example.com");
        assertEquals(sent.output(), 0, sent.status());
        assertEquals("A test message from Colonnade – ทดสอบ", letter().getSubject());
        finding("mail", "WELL");
        finding("crm-mail", "WELL");
        server.stop();
        House.Ran refused = house.script("console", "colonnade:mail-test", "anna@example.com");
        assertFalse(refused.output(), refused.status() == 0);
        assertTrue(refused.output(), refused.output().contains("The mail server cannot be reached"));
        finding("mail", "WARNING");
    }

    /** Mail is never what the platform needs to be ready. */
    private void finding(String name, String level) throws Exception {
        Deadline.within(Duration.ofSeconds(15), () -> house.level(name).equals(level));
    }

    private String form(Api admin) {
        return admin.post(
                        "/api/crm/capture-forms",
                        "{\"name\":\"Tee für " + mark + "\",\"origins\":[],\"fields\":[],\"leastSeconds\":0,"
                                + "\"source\":\"Web\",\"consentText\":\"Sie dürfen mir schreiben: ชา.\","
                                + "\"consentVersion\":\"1\",\"language\":\"de-DE\"}")
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void submit(String form) {
        house.api()
                .post(
                        "/api/crm/capture/" + form,
                        "{\"email\":\"" + mark + "@example.com\",\"consent\":true,\"consentVersion\":\"1\"}")
                .expect(202);
    }

    private static int waiting(Api admin) {
        return admin.get("/api/crm/capture-confirmations")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private JsonNode leads(Api admin) {
        String filter = URLEncoder.encode("email==" + mark + "@example.com", UTF_8);
        return admin.get("/api/crm/leads?filter=" + filter).expect(200).json().path("items");
    }

    private MimeMessage letter() throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letters.remove()));
    }
}
