package org.colonnade.crm.api;

/**
 * Asks for the next stretch of a search for duplicates.
 *
 * @param checkpoint of the stretch before, or null to begin
 * @since 1.1
 */
public record ScanRequest(String checkpoint) {}
