package org.colonnade.crm.api;

/**
 * A word by which parties are found.
 *
 * @param tag the word
 * @param parties how many parties that are not archived carry it
 */
public record Tag(String tag, long parties) {}
