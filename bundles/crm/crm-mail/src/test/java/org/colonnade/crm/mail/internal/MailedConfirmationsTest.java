package org.colonnade.crm.mail.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.api.capture.Confirmation;
import org.colonnade.crm.api.capture.Undeliverable;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.MailResult;
import org.colonnade.platform.api.mail.MailResult.Outcome;
import org.colonnade.platform.api.mail.Mailer;
import org.colonnade.platform.api.problem.Unavailable;
import org.junit.Test;

public class MailedConfirmationsTest {

    private static final String PATH = "/api/crm/capture/confirm?token=abc";
    private final Post post = new Post();
    private final MailedConfirmations confirmations = new MailedConfirmations(post);

    @Test
    public void theLinkBeginsWithTheConfiguredAddress() throws IOException {
        confirmations.send(confirmation("Malee", PATH, null));
        MailMessage message = post.sent.get(0);
        assertEquals("malee@siamtea.example", message.to().get(0).address());
        assertEquals("Please confirm: Ask for tea", message.subject());
        assertEquals(
                """
                Hello Malee,

                you, or somebody who gave this e-mail address, filled in “Ask for tea” and agreed to this:

                > You may write to me
                > about your tea.

                Please confirm that it was you, before 2026-04-01 09:05 UTC. Open this page and press the button on it:

                https://crm.example.com/api/crm/capture/confirm?token=abc

                If it was not you, you need not do anything: without a confirmation, what was sent is removed by itself.
                """,
                message.text());
    }

    @Test
    public void aFormsOwnPageNeedsNoAddressOfThePlatform() throws IOException {
        post.base = null;
        confirmations.send(confirmation(null, "https://www.example.com/confirm?token=abc", null));
        assertTrue(post.sent.get(0).text().contains("\n\nhttps://www.example.com/confirm?token=abc\n\n"));
        IOException later = assertThrows(IOException.class, () -> confirmations.send(confirmation(null, PATH, null)));
        assertFalse("it may be configured yet", later instanceof Undeliverable);
        assertTrue(later.getMessage(), later.getMessage().contains("mail.public-url.missing"));
    }

    @Test
    public void theSameConfirmationIsTheSameMessageAgain() throws IOException {
        confirmations.send(confirmation(null, PATH, null));
        confirmations.send(confirmation(null, PATH, null));
        assertEquals("crm-confirmation-0ABC", post.sent.get(0).key());
        assertEquals(post.sent.get(0), post.sent.get(1));
    }

    @Test
    public void itSpeaksTheLanguageOfTheForm() throws IOException {
        for (String[] one : new String[][] {
            {"en-GB", "Please confirm: Ask for tea", "Hello Malee,"},
            {"de-AT", "Bitte bestätigen: Ask for tea", "Guten Tag Malee,"},
            {"fr", "Merci de confirmer : Ask for tea", "Bonjour Malee,"},
            {"th-TH", "โปรดยืนยัน: Ask for tea", "สวัสดีคุณMalee"},
            {"nl", "Please confirm: Ask for tea", "Hello Malee,"},
            {null, "Please confirm: Ask for tea", "Hello Malee,"},
        }) {
            post.sent.clear();
            confirmations.send(confirmation("Malee", PATH, one[0]));
            MailMessage message = post.sent.get(0);
            assertEquals(one[1], message.subject());
            assertEquals(one[2], message.text().lines().findFirst().orElseThrow());
            assertFalse(
                    "every place is filled in: " + message.text(),
                    message.text().contains("{"));
            assertTrue(message.text(), message.text().contains("\n\nhttps://crm.example.com" + PATH + "\n\n"));
            assertTrue(message.text(), message.text().contains("2026-04-01 09:05 UTC"));
        }
    }

    @Test
    public void aNameIsNoPlaceForAMessageOfAStranger() throws IOException {
        for (String bad : new String[] {
            "win.example.com", "Click http://evil.example", "a\n\nBuy now", "1000 EUR", "x".repeat(41), "<b>x</b>", " "
        }) {
            post.sent.clear();
            confirmations.send(confirmation(bad, PATH, null));
            assertTrue(post.sent.get(0).text(), post.sent.get(0).text().startsWith("Hello,\n\n"));
        }
        for (String good : new String[] {"Anne-Marie", "สมชาย", "D’Arcy", "José María"}) {
            post.sent.clear();
            confirmations.send(confirmation(good, PATH, null));
            assertTrue(post.sent.get(0).text().startsWith("Hello " + good + ",\n"));
        }
    }

    @Test
    public void theNameOfAFormCannotBreakOutOfTheSubject() throws IOException {
        Confirmation odd = new Confirmation(
                "0ABC", "F", "Tea\r\nBcc: x@evil.example", "a@b.example", null, "ok", PATH, Instant.EPOCH, null);
        confirmations.send(odd);
        assertEquals("Please confirm: Tea Bcc: x@evil.example", post.sent.get(0).subject());
    }

    @Test
    public void whatIsRefusedForGoodIsNotTriedAgain() {
        post.answer = new MailResult(Outcome.REFUSED, "<a@b>", "mail.recipient.refused", "There is no such mailbox.");
        Undeliverable never =
                assertThrows(Undeliverable.class, () -> confirmations.send(confirmation(null, PATH, null)));
        assertEquals("There is no such mailbox. [mail.recipient.refused]", never.getMessage());
        for (MailResult mended : new MailResult[] {
            new MailResult(Outcome.LATER, "<a@b>", "mail.server.unreachable", "It is away."),
            new MailResult(Outcome.REFUSED, "<a@b>", "mail.sender.refused", "Not from you."),
        }) {
            post.answer = mended;
            IOException later =
                    assertThrows(IOException.class, () -> confirmations.send(confirmation(null, PATH, null)));
            assertFalse(later instanceof Undeliverable);
        }
        Confirmation strange =
                new Confirmation("0ABC", "F", "Tea", "a..b@c.example", null, "ok", PATH, Instant.EPOCH, null);
        assertThrows(Undeliverable.class, () -> confirmations.send(strange));
    }

    @Test
    public void theFindingSaysWhatIsMissing() {
        ConfirmationsHealth health = new ConfirmationsHealth();
        assertEquals(Level.WARNING, health.check().level());
        health.mailer = post;
        assertEquals(Level.WELL, health.check().level());
        post.base = null;
        assertEquals(Level.WARNING, health.check().level());
        assertTrue(health.check().mend().contains("publicUrl"));
    }

    private static Confirmation confirmation(String name, String link, String language) {
        Instant expires = Instant.parse("2026-03-30T09:05:59Z").plus(Duration.ofHours(48));
        return new Confirmation(
                "0ABC",
                "F",
                "Ask for tea",
                "malee@siamtea.example",
                name,
                "You may write to me\nabout your tea.",
                link,
                expires,
                language);
    }

    /** Takes what it is given. */
    private static final class Post implements Mailer {

        private final List<MailMessage> sent = new ArrayList<>();
        private String base = "https://crm.example.com";
        private MailResult answer = new MailResult(Outcome.TAKEN, "<a@b>", null, null);

        @Override
        public MailResult send(MailMessage message) {
            sent.add(message);
            return answer;
        }

        @Override
        public String link(String path) {
            if (base == null) {
                throw new Unavailable("mail.public-url.missing", "It is not configured.", Duration.ofSeconds(1));
            }
            return base + path;
        }
    }
}
