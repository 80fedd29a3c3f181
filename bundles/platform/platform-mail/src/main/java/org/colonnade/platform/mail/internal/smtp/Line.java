package org.colonnade.platform.mail.internal.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;
import java.util.UUID;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.MailResult;
import org.colonnade.platform.api.mail.MailResult.Outcome;
import org.colonnade.platform.mail.internal.MailSettings;
import org.colonnade.platform.mail.internal.MailSettings.Security;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the mail server. Each message has a connection of its own. While the server cannot be reached, further messages are told so
 * at once for half a minute, so that many that wait do not each wait for the network.
 */
public final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final MailSettings settings;
    private final Clock clock;
    private final Standing standing;

    public Line(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.standing = new Standing(clock);
    }

    public MailSettings settings() {
        return settings;
    }

    /** How the server stood the last time. */
    public Standing standing() {
        return standing;
    }

    /** Hands a message over; asks the server even where it could not be reached a moment ago. */
    public MailResult sendNow(MailMessage message) {
        return InOurLoader.call(() -> deliver(message));
    }

    /** Hands a message over. */
    public MailResult send(MailMessage message) {
        Standing.Seen trouble = standing.stillTroubled();
        return trouble == null
                ? sendNow(message)
                : new MailResult(Outcome.LATER, id(message), trouble.code(), trouble.reason());
    }

    /** Connects, signs in and goes again. */
    public void probe() {
        InOurLoader.call(() -> {
            try (Transport transport = session(settings.from(), false).getTransport("smtp")) {
                connect(transport);
            } catch (MessagingException failure) {
                LOG.debug("The mail server {} was asked and does not serve", settings.place(), failure);
            }
            return null;
        });
    }

    private MailResult deliver(MailMessage message) {
        String id = id(message);
        MailAddress from = message.from() == null ? settings.from() : message.from();
        boolean utf8 = !from.ascii() || message.to().stream().anyMatch(to -> !to.ascii());
        Session session = session(from, utf8);
        try (Transport transport = session.getTransport("smtp")) {
            Verdict closed = connect(transport);
            if (closed != null) {
                return result(id, closed);
            }
            if (utf8 && !((SMTPTransport) transport).supportsExtension("SMTPUTF8")) {
                return result(
                        id,
                        Verdict.refused(
                                "mail.address.utf8",
                                "The mail server cannot write to an address whose first part is not ASCII."));
            }
            return hand(transport, new Letter(session, settings, message, id, clock.instant()), id);
        } catch (MessagingException failure) {
            return result(id, Verdict.ofMessage(failure));
        }
    }

    private MailResult hand(Transport transport, Letter letter, String id) {
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
            LOG.debug("The mail server {} has taken {}", settings.place(), id);
            return new MailResult(Outcome.TAKEN, id, null, null);
        } catch (MessagingException failure) {
            return result(id, Verdict.ofMessage(failure));
        }
    }

    /** @return why there is no connection; null if there is one */
    private Verdict connect(Transport transport) {
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            standing.served();
            return null;
        } catch (MessagingException failure) {
            Verdict verdict = Verdict.ofConnection(failure);
            standing.failed(verdict);
            return verdict;
        }
    }

    private MailResult result(String id, Verdict verdict) {
        LOG.debug("The mail server {} has not taken {}: {}", settings.place(), id, verdict);
        return new MailResult(verdict.outcome(), id, verdict.code(), verdict.reason());
    }

    private String id(MailMessage message) {
        String left = message.key() == null ? UUID.randomUUID().toString() : message.key();
        MailAddress from = message.from() == null ? settings.from() : message.from();
        return '<' + left + '@' + from.domain() + '>';
    }

    private Session session(MailAddress from, boolean utf8) {
        Properties properties = new Properties();
        set(properties, "connectiontimeout", settings.connect().toMillis());
        set(properties, "timeout", settings.answer().toMillis());
        set(properties, "writetimeout", settings.answer().toMillis());
        set(properties, "from", from.address());
        set(properties, "auth", settings.user() != null);
        set(properties, "auth.mechanisms", "PLAIN LOGIN");
        set(properties, "ssl.enable", settings.security() == Security.TLS);
        set(properties, "starttls.enable", settings.security() == Security.STARTTLS);
        set(properties, "starttls.required", settings.security() == Security.STARTTLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.2 TLSv1.3");
        if (settings.helloName() != null) {
            set(properties, "localhost", settings.helloName());
        }
        if (settings.trusted() != null) {
            properties.put("mail.smtp.ssl.socketFactory", settings.trusted());
        }
        properties.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        return Session.getInstance(properties);
    }

    private static void set(Properties properties, String key, Object value) {
        properties.setProperty("mail.smtp." + key, String.valueOf(value));
    }
}
