package org.colonnade.platform.api.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.colonnade.platform.api.problem.Rejected;

/**
 * A file that goes with a message.
 *
 * @param name what it is called, without folders
 * @param mediaType such as {@code application/pdf}, without parameters
 * @param content where its bytes come from
 */
public record MailAttachment(String name, String mediaType, Content content) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");
    private static final int MOST_NAME = 200;

    /** @throws Rejected {@code mail.header.invalid}, {@code mail.message.invalid} */
    public MailAttachment {
        HeaderText.checked("attachments.name", name == null ? "" : name, MOST_NAME);
        if (name == null || name.isBlank() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw MailMessage.invalid("attachments.name", "is the name of a file, without folders");
        }
        if (mediaType == null || !MEDIA_TYPE.matcher(mediaType).matches()) {
            throw MailMessage.invalid("attachments.mediaType", "is a media type such as application/pdf");
        }
        Objects.requireNonNull(content, "content");
    }

    /** Where bytes come from. */
    @FunctionalInterface
    public interface Content {

        /** The bytes from the beginning; may be called more than once. The mailer closes the stream. */
        InputStream open() throws IOException;
    }
}
