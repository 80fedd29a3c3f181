package org.colonnade.platform.mail.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.Mailer;
import org.colonnade.platform.api.problem.Unavailable;
import org.junit.After;
import org.junit.Test;
import org.subethamail.smtp.server.SMTPServer;

public class MailRoomTest {

    private final List<Mailer> offered = new ArrayList<>();
    private final MailRoom room = new MailRoom(
            mailer -> {
                offered.add(mailer);
                return () -> offered.remove(mailer);
            },
            Clock.systemUTC(),
            Settings.config());

    @After
    public void close() {
        room.close();
        assertEquals("nothing is left", List.of(), offered);
    }

    @Test
    public void withoutAHostNobodyIsOfferedMail() {
        assertEquals(List.of(), offered);
        assertNull(room.line());
        Finding finding = new MailHealth(room).check();
        assertEquals(Level.WARNING, finding.level());
        assertTrue(finding.mend(), finding.mend().contains("etc/org.colonnade.mail.cfg"));
    }

    @Test
    public void mailComesAndGoesWithTheConfiguration() {
        room.change(
                Settings.config("host", "localhost", "from", "a@b.example", "publicUrl", "https://crm.example.com/x/"));
        Mailer mailer = offered.get(0);
        assertEquals("https://crm.example.com/x/api?a=b", mailer.link("/api?a=b"));
        room.change(Settings.config("host", "localhost", "from", "b@b.example"));
        assertSame("a change restarts nobody", mailer, offered.get(0));
        assertEquals(
                "mail.public-url.missing",
                assertThrows(Unavailable.class, () -> mailer.link("/")).code());
        room.change(Settings.config());
        assertEquals(List.of(), offered);
        MailMessage message = MailMessage.of(MailAddress.of("a@b.example"), "x", "y");
        assertEquals(
                "mail.not-configured",
                assertThrows(Unavailable.class, () -> mailer.send(message)).code());
    }

    @Test
    public void whatIsNotRightIsSaidInASentence() {
        for (Object[] wrong : new Object[][] {
            {"host", "localhost"},
            {"host", "localhost", "from", "nobody"},
            {"host", "localhost", "from", "a@b.example\nBcc: c@d.example"},
            {"host", "local host", "from", "a@b.example"},
            {"host", "localhost", "from", "a@b.example", "security", "ssl"},
            {"host", "localhost", "from", "a@b.example", "port", 70_000},
            {"host", "localhost", "from", "a@b.example", "replyTo", "x"},
            {"host", "localhost", "from", "a@b.example", "helloName", "x y"},
            {"host", "localhost", "from", "a@b.example", "answerSeconds", 0},
            {"host", "localhost", "from", "a@b.example", "connectSeconds", 61},
            {"host", "localhost", "from", "a@b.example", "publicUrl", "crm.example.com"},
            {"host", "localhost", "from", "a@b.example", "publicUrl", "https://user@crm.example.com"},
            {"host", "localhost", "from", "a@b.example", "publicUrl", "https://crm.example.com/?a=b"},
            {"host", "localhost", "from", "a@b.example", "user", "u", "passwordFile", "/nowhere/secret"},
            {"host", "localhost", "from", "a@b.example", "certificates", "/nowhere/ca.pem"},
        }) {
            room.change(Settings.config(wrong));
            assertEquals(List.of(), offered);
            assertNotNull(room.fault());
            assertTrue(room.fault(), room.fault().endsWith("."));
            Finding finding = new MailHealth(room).check();
            assertEquals(Level.WARNING, finding.level());
            assertTrue(finding.sentence(), finding.sentence().contains(room.fault()));
        }
    }

    @Test
    public void portsFollowTheProtection() {
        assertEquals(587, Settings.of("host", "a", "from", "a@b.example").port());
        assertEquals(
                465,
                Settings.of("host", "a", "from", "a@b.example", "security", "TLS")
                        .port());
        assertEquals(
                25,
                Settings.of("host", "a", "from", "a@b.example", "security", "none")
                        .port());
        assertEquals(
                2525,
                Settings.of("host", "a", "from", "a@b.example", "port", 2525).port());
    }

    @Test
    public void theFindingTellsWhetherTheServerAnswersAndIsNeverFailed() throws Exception {
        SMTPServer server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, letter) -> {})
                .build();
        server.start();
        int port = server.getPortAllocated();
        room.change(config(port));
        Finding well = new MailHealth(room).check();
        assertEquals(well.toString(), Level.WELL, well.level());
        server.stop();
        room.change(config(port));
        Finding away = new MailHealth(room).check();
        assertEquals(Level.WARNING, away.level());
        assertTrue(away.sentence(), away.sentence().startsWith("The mail server cannot be reached"));
        assertTrue(away.sentence(), away.sentence().contains("127.0.0.1:" + port));
        assertFalse(away.mend().isEmpty());
    }

    @Test
    public void aServerThatSaysNothingDoesNotHoldUpTheCheck() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            room.change(config(silent.getLocalPort()));
            long begun = System.nanoTime();
            Finding finding = new MailHealth(room).check();
            assertTrue("less than a check has", System.nanoTime() - begun < 1_950_000_000L);
            assertEquals(Level.WARNING, finding.level());
            assertTrue(finding.sentence(), finding.sentence().contains("has not answered yet"));
        }
    }

    private static MailConfig config(int port) {
        return Settings.config("host", "127.0.0.1", "port", port, "security", "none", "from", "a@b.example");
    }
}
