package org.colonnade.platform.mail.internal.smtp;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.mail.MailAttachment;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.mail.internal.MailSettings;

/** A message as it goes over the wire (RFC 5322, MIME), in UTF-8. */
final class Letter extends MimeMessage {

    private static final String UTF8 = "UTF-8";
    private final String id;

    /** @param id the Message-ID, with its angle brackets */
    Letter(Session session, MailSettings settings, MailMessage message, String id, Instant now)
            throws MessagingException {
        super(session);
        this.id = id;
        setFrom(internet(message.from() == null ? settings.from() : message.from()));
        MailAddress answers = message.replyTo() == null ? settings.replyTo() : message.replyTo();
        if (answers != null) {
            setReplyTo(new InternetAddress[] {internet(answers)});
        }
        for (MailAddress to : message.to()) {
            addRecipient(Message.RecipientType.TO, internet(to));
        }
        setSubject(message.subject(), UTF8);
        setSentDate(Date.from(now));
        // a machine wrote it: programs that answer for people who are away leave it alone (RFC 3834)
        setHeader("Auto-Submitted", "auto-generated");
        write(message);
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private void write(MailMessage message) throws MessagingException {
        if (message.attachments().isEmpty()) {
            words(this, message);
            return;
        }
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        words(words, message);
        all.addBodyPart(words);
        for (MailAttachment attachment : message.attachments()) {
            all.addBodyPart(file(attachment));
        }
        setContent(all);
    }

    /** The text, or the text and the same as HTML. */
    private static void words(MimePart part, MailMessage message) throws MessagingException {
        if (message.html() == null) {
            part.setText(message.text(), UTF8, "plain");
            return;
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(message.text(), UTF8, "plain");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(message.html(), UTF8, "html");
        part.setContent(new MimeMultipart("alternative", plain, rich));
    }

    private static MimeBodyPart file(MailAttachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Bytes(attachment)));
        part.setFileName(attachment.name());
        return part;
    }

    private static InternetAddress internet(MailAddress address) {
        try {
            InternetAddress internet = new InternetAddress();
            internet.setAddress(address.address());
            internet.setPersonal(address.name(), UTF8);
            return internet;
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** An attachment, as the library reads it. */
    private record Bytes(MailAttachment attachment) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            try {
                return attachment.content().open();
            } catch (IOException unreadable) {
                throw new UnreadableException(unreadable);
            }
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("An attachment is only read");
        }

        @Override
        public String getContentType() {
            return attachment.mediaType();
        }

        @Override
        public String getName() {
            return attachment.name();
        }
    }

    /** An attachment cannot be read: not the server's fault. */
    static final class UnreadableException extends IOException {

        private static final long serialVersionUID = 1L;

        UnreadableException(IOException cause) {
            super("An attachment cannot be read", cause);
        }
    }
}
