package org.colonnade.crm.api.spi;

import java.time.Instant;
import java.util.Map;
import org.colonnade.platform.api.Ref;

/**
 * Something that happened to a party.
 *
 * @param id its name among all entries, the same for ever; at most 100 characters
 * @param kind what kind of thing, {@code <module>.<what>}: {@code crm.opportunity.won}
 * @param at when, UTC
 * @param record the record that it happened with
 * @param by who did it; null if nobody of the company
 * @param title one line of text that people have written: a name, a subject, the beginning of a note; may be null
 * @param facts the few facts that a reader needs, by name
 */
public record TimelineEntry(
        String id, String kind, Instant at, Ref record, Ref by, String title, Map<String, String> facts) {

    public TimelineEntry {
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }
}
