package org.colonnade.platform.api.record;

import org.colonnade.platform.api.PageRequest;

/**
 * What a caller asks of a list.
 *
 * @param filter FIQL (draft-nottingham-atompub-fiql-00) over the kind's fields, its system fields and {@code custom.<name>}; or null
 * @param text words that all occur in the searched fields, without regard to case and accents; or null
 * @param sort field names separated by commas, each with {@code -} before it for descending; null for the kind's own order
 * @param archived {@code false} (the default), {@code true} or {@code all}; null means the default
 * @param tag only records with this tag, or null
 * @param page which page
 */
public record RecordQuery(String filter, String text, String sort, String archived, String tag, PageRequest page) {

    /** Everything that is not archived, the first page. */
    public static RecordQuery all() {
        return new RecordQuery(null, null, null, null, null, PageRequest.first());
    }

    /** The same with this filter. */
    public RecordQuery where(String fiql) {
        return new RecordQuery(fiql, text, sort, archived, tag, page);
    }

    /** The same in this order. */
    public RecordQuery by(String order) {
        return new RecordQuery(filter, text, order, archived, tag, page);
    }

    /** Another page of the same. */
    public RecordQuery at(PageRequest other) {
        return new RecordQuery(filter, text, sort, archived, tag, other);
    }
}
