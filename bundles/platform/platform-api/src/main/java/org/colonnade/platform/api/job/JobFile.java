package org.colonnade.platform.api.job;

import java.time.Instant;

/**
 * A file of a job: what it reads, or what it made.
 *
 * @param name its name within the job: 1 to 100 letters, digits and {@code . _ -}, no dot in front
 * @param contentType the media type, with charset where it has one
 * @param size in bytes
 * @param createdAt when it was complete, UTC
 */
public record JobFile(String name, String contentType, long size, Instant createdAt) {}
