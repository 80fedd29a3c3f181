package org.colonnade.platform.api.company;

/**
 * A company as somebody wants it.
 *
 * @param code {@code [a-z][a-z0-9-]{0,39}}; cannot be changed later
 * @param name 1 to 200 characters
 * @param currency a code of ISO 4217; EUR if missing
 * @param zone a zone of the tz database; UTC if missing
 * @param language a tag of BCP 47; en if missing
 * @param yearStart {@code MM-DD}, not 02-29; 01-01 if missing
 * @param active true if missing
 */
public record CompanyDraft(
        String code, String name, String currency, String zone, String language, String yearStart, Boolean active) {}
