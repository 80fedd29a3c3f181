package org.colonnade.platform.api.calendar;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Events of whole days as an iCalendar file (RFC 5545), in and out. */
@ProviderType
public interface CalendarDays {

    /**
     * Reads the events of a file that last whole days.
     *
     * @param file its text
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.calendar.unreadable} where it is no iCalendar file,
     *     {@code platform.calendar.too-many} where it has more than 10,000 components
     */
    Reading read(String file);

    /**
     * Writes a file.
     *
     * @param name what programs call the calendar
     * @param stamp when it was last changed, UTC
     */
    String write(String name, Instant stamp, List<CalendarDay> days);

    /**
     * What a file holds.
     *
     * @param days in the order of the file
     * @param refused the components that are no event of whole days, or cannot be read
     */
    record Reading(List<CalendarDay> days, List<Refusal> refused) {

        public Reading {
            days = List.copyOf(days);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A component that is not taken.
     *
     * @param place its number in the file, from 1; 0 where the UID says which
     * @param uid its name; null if it could not be read
     * @param reason a sentence for people
     */
    record Refusal(int place, String uid, String reason) {}
}
