package org.colonnade.platform.api.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Rejected;

/**
 * A message, complete and right when it is made: nothing in it can become a header, a recipient or a body that was not meant.
 *
 * @param from who writes; null for the configured sender
 * @param replyTo where answers go; null for the configured address, if there is one
 * @param to whom it is for, 1 to 50; each sees the others
 * @param subject one line
 * @param text what it says, as plain text; lines end with {@code \n} or {@code \r\n}
 * @param html the same as HTML, or null
 * @param attachments what goes with it
 * @param key the same whenever the same message is sent again, {@code [A-Za-z0-9.-]{1,64}}: it becomes the left side of the Message-ID, by
 *     which mail programs know a repetition; null for a new one each time
 */
public record MailMessage(
        MailAddress from,
        MailAddress replyTo,
        List<MailAddress> to,
        String subject,
        String text,
        String html,
        List<MailAttachment> attachments,
        String key) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");
    private static final int MOST_KEY = 64;
    private static final int MOST_RECIPIENTS = 50;
    private static final int MOST_SUBJECT = 500;
    private static final int MOST_TEXT = 1 << 20;

    /** @throws Rejected {@code mail.message.invalid}, {@code mail.header.invalid} */
    public MailMessage {
        to = to == null ? List.of() : List.copyOf(to);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
            throw invalid("to", "has 1 to " + MOST_RECIPIENTS + " addresses");
        }
        HeaderText.checked("subject", subject == null ? "" : subject, MOST_SUBJECT);
        new Fields()
                .required("subject", subject, MOST_SUBJECT)
                .required("text", text, MOST_TEXT)
                .optional("html", html, MOST_TEXT)
                .orReject("mail.message.invalid");
        if (key != null && (key.length() > MOST_KEY || !KEY.matcher(key).matches())) {
            throw invalid("key", "has letters, digits, dots and dashes, at most " + MOST_KEY);
        }
    }

    /** A plain message from the configured sender. */
    public static MailMessage of(MailAddress to, String subject, String text) {
        return new MailMessage(null, null, List.of(to), subject, text, null, List.of(), null);
    }

    /** The same, known again by this key. */
    public MailMessage known(String as) {
        return new MailMessage(from, replyTo, to, subject, text, html, attachments, as);
    }

    static Rejected invalid(String field, String fault) {
        return new Rejected("mail.message.invalid", "The message is not right.").field(field, fault);
    }
}
