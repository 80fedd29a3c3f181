package org.colonnade.platform.api.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files that belong to records, kept by the digest of their content: the same content is kept once. Streams both ways. Asks
 * {@link RecordAccess} for every record; a kind that nobody knows is {@code platform.record.unknown}.
 */
@ProviderType
public interface Attachments {

    /** The attachments of a record, newest first. */
    Page<Attachment> of(Actor actor, Ref record, PageRequest page);

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.attachment.not-found} */
    Attachment get(Actor actor, String id);

    /**
     * Takes a file in: its content is on the disk before the attachment is there.
     *
     * @param name what it is called, 1 to 255 characters
     * @param mediaType what the caller says it is, or null
     * @param content read to its end, not closed
     * @throws org.colonnade.platform.api.problem.TooLarge {@code platform.attachment.too-large}
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.attachment.invalid}
     */
    Attachment add(Actor actor, Ref record, String name, String mediaType, InputStream content) throws IOException;

    /**
     * The content, after the rights were asked for and the file was found to have its length.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.attachment.not-found}
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.attachment.missing} if its file is not there or was cut
     */
    Content content(Actor actor, String id);

    /**
     * Takes an attachment away; its content goes when nothing refers to it any more.
     *
     * @param seen is given the present version and refuses if it is not the one that the caller knows
     */
    void remove(Actor actor, String id, LongConsumer seen);

    /**
     * A content ready to be sent.
     *
     * @param attachment whose it is
     * @param body writes it
     */
    record Content(Attachment attachment, Body body) {}

    /** Writes a content. */
    @FunctionalInterface
    interface Body {
        /** Writes all of it; does not close the stream. Fails if it is not whole. */
        void writeTo(OutputStream out) throws IOException;
    }
}
