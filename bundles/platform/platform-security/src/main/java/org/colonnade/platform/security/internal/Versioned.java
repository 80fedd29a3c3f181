package org.colonnade.platform.security.internal;

/**
 * A record with the version that goes into its entity tag.
 *
 * @param value the record
 * @param version of its row
 */
public record Versioned<T>(T value, long version) {}
