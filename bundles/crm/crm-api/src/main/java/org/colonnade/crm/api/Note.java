package org.colonnade.crm.api;

import java.time.Instant;

/**
 * Something that somebody wrote about a party.
 *
 * @param id the note's id
 * @param text what was written, at most 100,000 characters
 * @param author who wrote it, as a reference
 * @param createdAt when, UTC
 * @param changedBy who changed it last, as a reference; its author if nobody did
 * @param changedAt when, UTC
 * @param version for {@code If-Match}
 */
public record Note(
        String id, String text, String author, Instant createdAt, String changedBy, Instant changedAt, long version) {}
