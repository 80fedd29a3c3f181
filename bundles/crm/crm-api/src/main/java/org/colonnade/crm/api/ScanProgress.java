package org.colonnade.crm.api;

/**
 * How far a search for duplicates among all parties is.
 *
 * @param checkpoint what to give for the next stretch; it counts on from there, also after a restart
 * @param done whether every party was looked at
 * @param parties how many were looked at, from the beginning
 * @param pairs how many pairs were compared
 * @param found how many of them may be one
 * @param merged how many were merged at once, see the configuration {@code autoMerge}
 * @param skipped how many times a key was shared by too many parties and only narrower keys were followed
 * @since 1.1
 */
public record ScanProgress(
        String checkpoint, boolean done, long parties, long pairs, long found, long merged, long skipped) {}
