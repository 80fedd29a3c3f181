package org.colonnade.platform.mail.internal.smtp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.mail.MailAttachment;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.MailResult;
import org.colonnade.platform.api.mail.MailResult.Outcome;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.mail.internal.Settings;
import org.junit.After;
import org.junit.Test;

public class LineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-30T12:00:00Z"), ZoneOffset.UTC);
    private static final MailAddress MALEE = MailAddress.of("Malee Srisuk <malee@siamtea.example>");
    private final PostOffice office = new PostOffice();
    private final Line line = line(office.port());

    @After
    public void close() {
        office.close();
    }

    @Test
    public void aPlainMessageArrivesAsItWasWritten() throws Exception {
        String text = "Guten Tag Jürgen,\n.\n.ein Punkt am Anfang\nชาเขียว 🍵\n";
        MailResult result = line.send(MailMessage.of(MALEE, "Tee für ชาลี 🍵 " + "lang ".repeat(30), text)
                .known("a-1.b"));
        assertTrue(result.toString(), result.taken());
        MimeMessage letter = office.letter();
        assertEquals("<a-1.b@example.com>", result.messageId());
        assertEquals(result.messageId(), letter.getMessageID());
        assertEquals(
                "Tee für ชาลี 🍵 " + "lang ".repeat(30).strip(),
                letter.getSubject().strip());
        assertEquals(text, ((String) letter.getContent()).replace("\r\n", "\n"));
        assertEquals("Colonnade GmbH & Söhne <noreply@example.com>", unicode(letter.getFrom()[0]));
        assertEquals("office@example.com", letter.getReplyTo()[0].toString());
        assertEquals("Malee Srisuk <malee@siamtea.example>", letter.getAllRecipients()[0].toString());
        assertEquals(Instant.parse("2026-03-30T12:00:00Z"), letter.getSentDate().toInstant());
        assertEquals("auto-generated", letter.getHeader("Auto-Submitted", null));
        assertEquals(
                List.of("FROM noreply@example.com", "RECIPIENT malee@siamtea.example", "DATA "),
                List.copyOf(office.steps));
    }

    @Test
    public void aMessageWithoutAKeyHasAnotherIdEachTime() {
        assertNotEquals(line.send(plain()).messageId(), line.send(plain()).messageId());
    }

    @Test
    public void htmlAndFilesGoAlong() throws Exception {
        byte[] bytes = "%PDF-1.7 \0\1\2".getBytes(StandardCharsets.ISO_8859_1);
        MailAttachment file =
                new MailAttachment("ใบเสนอราคา.pdf", "application/pdf", () -> new ByteArrayInputStream(bytes));
        MailMessage message = new MailMessage(
                MailAddress.of("sales@example.com"),
                null,
                List.of(MALEE),
                "Offer",
                "Hello",
                "<p>Hello ชา</p>",
                List.of(file),
                null);
        assertTrue(line.send(message).taken());
        MimeMessage letter = office.letter();
        assertEquals("sales@example.com", letter.getFrom()[0].toString());
        MimeMultipart all = (MimeMultipart) letter.getContent();
        MimeMultipart words = (MimeMultipart) all.getBodyPart(0).getContent();
        assertTrue(words.getContentType(), words.getContentType().startsWith("multipart/alternative"));
        assertEquals("Hello", words.getBodyPart(0).getContent());
        assertEquals("<p>Hello ชา</p>", words.getBodyPart(1).getContent());
        assertEquals("ใบเสนอราคา.pdf", all.getBodyPart(1).getFileName());
        assertTrue(all.getBodyPart(1).isMimeType("application/pdf"));
        try (var in = all.getBodyPart(1).getInputStream()) {
            assertEquals(
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    public void aFileThatCannotBeReadSendsNothing() {
        MailAttachment gone = new MailAttachment("a.pdf", "application/pdf", () -> {
            throw new IOException("gone");
        });
        MailMessage message = new MailMessage(null, null, List.of(MALEE), "x", "y", null, List.of(gone), null);
        assertResult(Outcome.LATER, "mail.attachment.unreadable", line.send(message));
        assertEquals(0, office.letters.size());
    }

    @Test
    public void aDomainIsWrittenInAscii() {
        assertTrue(line.send(MailMessage.of(MailAddress.of("info@Bücher.example"), "x", "y"))
                .taken());
        assertTrue(office.steps.contains("RECIPIENT info@xn--bcher-kva.example"));
    }

    @Test
    public void anAddressThatTheServerCannotReadIsRefusedAndNotGarbled() throws Exception {
        MailMessage thai = MailMessage.of(MailAddress.of("มาลี@siamtea.example"), "x", "y");
        assertTrue(line.send(thai).taken());
        assertTrue(office.steps.toString(), office.steps.contains("RECIPIENT มาลี@siamtea.example"));
        try (OldServer old = new OldServer()) {
            assertResult(Outcome.REFUSED, "mail.address.utf8", line(old.port()).send(thai));
            assertEquals(List.of("EHLO", "QUIT"), old.heard());
        }
    }

    @Test
    public void whatIsRefusedForGoodIsToldFromWhatMayComeLater() {
        MailMessage two = new MailMessage(
                null, null, List.of(MALEE, MailAddress.of("gone@b.example")), "x", "y", null, List.of(), null);
        refused(PostOffice.Step.RECIPIENT, 550, "gone", Outcome.REFUSED, "mail.recipient.refused", two);
        refused(PostOffice.Step.RECIPIENT, 450, "gone", Outcome.LATER, "mail.server.busy", two);
        refused(PostOffice.Step.RECIPIENT, 452, "malee", Outcome.LATER, "mail.server.busy", plain());
        refused(PostOffice.Step.FROM, 553, "", Outcome.REFUSED, "mail.sender.refused", plain());
        refused(PostOffice.Step.FROM, 451, "", Outcome.LATER, "mail.server.busy", plain());
        refused(PostOffice.Step.DATA, 554, "", Outcome.REFUSED, "mail.message.refused", plain());
        refused(PostOffice.Step.DATA, 421, "", Outcome.LATER, "mail.server.busy", plain());
        assertEquals("to all or to none", 0, office.letters.size());
        assertTrue("a refusal is no trouble of the line", line.standing().last().well());
    }

    private void refused(
            PostOffice.Step step, int code, String naming, Outcome outcome, String as, MailMessage message) {
        office.refuse(step, code, naming);
        MailResult result = line.send(message);
        assertResult(outcome, as, result);
        assertTrue(result.reason(), result.reason().contains("no, not for"));
        assertFalse(
                "nobody's address is told: " + result.reason(), result.reason().contains("malee@"));
    }

    @Test
    public void whileTheServerIsAwayFurtherMessagesDoNotWaitForTheNetwork() {
        office.close();
        MailResult first = line.send(plain());
        assertResult(Outcome.LATER, "mail.server.unreachable", first);
        PostOffice back = new PostOffice();
        try (back) {
            assertResult(Outcome.LATER, "mail.server.unreachable", line.send(plain()));
            assertTrue(
                    "who asks by hand asks the server",
                    line(back.port()).sendNow(plain()).taken());
        }
    }

    @Test
    public void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();
            Line waiting = new Line(
                    Settings.of(
                            "host",
                            "127.0.0.1",
                            "port",
                            silent.getLocalPort(),
                            "security",
                            "none",
                            "from",
                            "a@b.example",
                            "connectSeconds",
                            1,
                            "answerSeconds",
                            1),
                    CLOCK);
            assertResult(Outcome.LATER, "mail.server.unreachable", waiting.send(plain()));
            assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) < 10);
            assertFalse(waiting.standing().last().well());
        }
    }

    @Test
    public void nothingBreaksOutOfAHeader() {
        for (String bad : new String[] {
            "a\nBcc: x@evil.example", "a\rb", "a\r\n\r\nbody", "a\u0000", "a\u0085b", "a\u2028b", "a\u2029b"
        }) {
            rejected("mail.header.invalid", () -> MailMessage.of(MALEE, bad, "text"));
            rejected("mail.header.invalid", () -> new MailAddress("a@b.example", bad));
            rejected(
                    "mail.header.invalid",
                    () -> new MailAttachment(bad, "text/plain", () -> new ByteArrayInputStream(new byte[0])));
            rejected("mail.message.invalid", () -> plain().known(bad));
            rejected("mail.address.invalid", () -> MailAddress.of(bad + "@b.example"));
            rejected("mail.address.invalid", () -> MailAddress.of("a@b.example" + bad));
        }
    }

    @Test
    public void whatIsNoAddressIsRefused() {
        for (String none : new String[] {
            null,
            "",
            "a",
            "@b.example",
            "a@",
            "a b@c.example",
            "a@b..example",
            "a@-b.example",
            "a@b_c.example",
            "a..b@c.example",
            ".a@c.example",
            "a@c.example, b@c.example",
            "\"a b\"@c.example",
            "a@[127.0.0.1]",
            "<a@b.example> NOTIFY=SUCCESS",
            "a>@b.example",
            "a@" + "b".repeat(64) + ".example",
            "a".repeat(65) + "@b.example",
            "a\u200B@b.example"
        }) {
            rejected("mail.address.invalid", () -> MailAddress.of(none));
        }
    }

    @Test
    public void aMessageIsCompleteOrThereIsNone() {
        rejected("mail.message.invalid", () -> MailMessage.of(MALEE, "x", " "));
        rejected("mail.message.invalid", () -> MailMessage.of(MALEE, "", "y"));
        rejected("mail.message.invalid", () -> MailMessage.of(MALEE, "x", "\u0000"));
        rejected("mail.message.invalid", () -> new MailMessage(null, null, List.of(), "x", "y", null, null, null));
        rejected(
                "mail.message.invalid",
                () -> new MailAttachment("../a", "text/plain", () -> new ByteArrayInputStream(new byte[0])));
        rejected(
                "mail.message.invalid",
                () -> new MailAttachment("a", "text/plain; x=y", () -> new ByteArrayInputStream(new byte[0])));
    }

    private static void rejected(String code, org.junit.function.ThrowingRunnable work) {
        assertEquals(code, assertThrows(Rejected.class, work).code());
    }

    private static void assertResult(Outcome outcome, String code, MailResult result) {
        assertEquals(result.toString(), outcome, result.outcome());
        assertEquals(result.toString(), code, result.code());
    }

    private static MailMessage plain() {
        return MailMessage.of(MALEE, "Hello", "Hello Malee");
    }

    private static Line line(int port) {
        return new Line(
                Settings.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        port,
                        "security",
                        "none",
                        "from",
                        "\"Colonnade GmbH & Söhne\" <noreply@example.com>",
                        "replyTo",
                        "office@example.com"),
                CLOCK);
    }

    private static String unicode(jakarta.mail.Address address) {
        return ((jakarta.mail.internet.InternetAddress) address)
                .toUnicodeString()
                .replace("\"", "");
    }
}
