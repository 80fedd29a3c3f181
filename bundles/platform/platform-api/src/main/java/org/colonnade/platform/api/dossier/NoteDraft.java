package org.colonnade.platform.api.dossier;

/**
 * A note to be.
 *
 * @param text 1 to 100,000 characters (Unicode code points)
 * @param pinned whether it stands before the others; no if missing
 */
public record NoteDraft(String text, Boolean pinned) {}
