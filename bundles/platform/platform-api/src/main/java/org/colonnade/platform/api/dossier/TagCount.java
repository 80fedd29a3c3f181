package org.colonnade.platform.api.dossier;

/**
 * A tag in use.
 *
 * @param tag in its oldest spelling
 * @param count how many records of the kind have it
 */
public record TagCount(String tag, long count) {}
