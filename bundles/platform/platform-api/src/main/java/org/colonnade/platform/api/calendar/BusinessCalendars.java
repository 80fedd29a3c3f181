package org.colonnade.platform.api.calendar;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds business calendars, for functions: no permission is asked. The service is there while the feature {@code colonnade-calendar} is
 * installed, so who uses it holds it as an optional one.
 */
@ProviderType
public interface BusinessCalendars {

    /**
     * The calendar as it stands now.
     *
     * @param id its id; an archived one is found too, because what points at it still has to be reckoned
     * @throws org.colonnade.platform.api.problem.NotFound {@code calendar.business.not-found}
     */
    BusinessCalendar get(String id);

    /** The calendar with exactly this name, as it stands now; empty where there is none or it is archived. */
    Optional<BusinessCalendar> named(String name);

    /**
     * The calendar that holds where none is named. As soon as there is a calendar, one of them is the standard one.
     *
     * @throws org.colonnade.platform.api.problem.NotFound {@code calendar.business.no-standard} where there is no calendar yet
     */
    BusinessCalendar standard();
}
