package org.colonnade.crm.api;

import java.util.List;

/**
 * What became of one card or row.
 *
 * @param position its place in the file, from 1
 * @param line where it begins in the file, from 1
 * @param status what became of it
 * @param party the party's id, null if it was refused
 * @param name what the card calls the party, or null
 * @param code why it was refused, {@code crm.card.…} or {@code crm.row.…}; null otherwise
 * @param messages for people: why it was refused, or what could not be read as it stands
 * @param suspects parties that may be the same
 * @param undone what the taking back of the import did with its party; null before, and where there was nothing to do
 */
public record ImportItem(
        long position,
        long line,
        Status status,
        String party,
        String name,
        String code,
        List<String> messages,
        List<Suspect> suspects,
        Undone undone) {

    public ImportItem {
        messages = List.copyOf(messages);
        suspects = List.copyOf(suspects);
    }

    /** What became of it. */
    public enum Status {
        /** A new party. */
        CREATED,
        /** A known party got something new. */
        UPDATED,
        /** A known party that holds all of it already. */
        UNCHANGED,
        /** Not understood or not allowed; kept aside as it came. */
        REFUSED
    }

    /** What the taking back of an import did with a party. */
    public enum Undone {
        /** The party that it made is gone. */
        REMOVED,
        /** The party that it changed is as it was before. */
        RESTORED,
        /** Stays: it was changed since. */
        KEPT_CHANGED,
        /** Stays: it was merged with another one since. */
        KEPT_MERGED,
        /** Stays: something was written down or decided about it since. */
        KEPT_IN_USE,
        /** Nothing to do: it was not there any more. */
        GONE
    }
}
