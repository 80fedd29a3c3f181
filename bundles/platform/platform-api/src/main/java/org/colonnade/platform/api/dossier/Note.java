package org.colonnade.platform.api.dossier;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;

/**
 * Something that somebody wrote about a record.
 *
 * @param id the note's id
 * @param record what it is about
 * @param text what was written
 * @param pinned whether it stands before the others
 * @param mentions the user names that it mentions as {@code @name}, in their order, each once
 * @param createdBy who wrote it
 * @param author what its writer was called then
 * @param createdAt when, UTC
 * @param changedBy who changed it last
 * @param changedAt when, UTC
 * @param version for {@code If-Match}
 */
public record Note(
        String id,
        Ref record,
        String text,
        boolean pinned,
        List<String> mentions,
        Ref createdBy,
        String author,
        Instant createdAt,
        Ref changedBy,
        Instant changedAt,
        long version) {

    public Note {
        mentions = List.copyOf(mentions);
    }
}
