package org.colonnade.crm.api;

/**
 * A note to be.
 *
 * @param text what to write, 1 to 100,000 characters
 */
public record NoteDraft(String text) {}
