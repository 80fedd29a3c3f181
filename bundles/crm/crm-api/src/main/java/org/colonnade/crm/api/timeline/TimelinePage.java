package org.colonnade.crm.api.timeline;

import java.util.List;
import org.colonnade.crm.api.spi.TimelineEntry;

/**
 * A piece of a timeline.
 *
 * @param items newest first; may be fewer than asked for although there are more, while {@code next} is given
 * @param next the cursor to send as {@code before} for what is older, or null at the end
 * @param missing the functions that did not tell in time; empty if all did
 */
public record TimelinePage(List<TimelineEntry> items, String next, List<Missing> missing) {

    public TimelinePage {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
    }

    /**
     * A function that did not tell.
     *
     * @param module the function
     * @param reason why
     */
    public record Missing(String module, Reason reason) {}

    /** Why a function did not tell. */
    public enum Reason {
        /** It could not. */
        FAILED,
        /** It took too long. */
        SLOW,
        /** It has not finished with earlier questions. */
        BUSY
    }
}
