package org.colonnade.platform.api.dossier;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * A file that belongs to a record. Its content never changes: another content is another attachment.
 *
 * @param id the attachment's id
 * @param record what it belongs to
 * @param name what the file is called; shown, never used as a path
 * @param mediaType what it is: what was declared, unless the content's first bytes say otherwise
 * @param size in bytes
 * @param sha256 the content's SHA-256, 64 lower-case hexadecimal digits
 * @param createdBy who brought it
 * @param author what they were called then
 * @param createdAt when, UTC
 * @param version for {@code If-Match}
 */
public record Attachment(
        String id,
        Ref record,
        String name,
        String mediaType,
        long size,
        String sha256,
        Ref createdBy,
        String author,
        Instant createdAt,
        long version) {}
