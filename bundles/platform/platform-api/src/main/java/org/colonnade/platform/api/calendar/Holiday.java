package org.colonnade.platform.api.calendar;

import java.time.LocalDate;

/**
 * A public holiday.
 *
 * @param day the local day; the substitute where the rule moves it to another day of the week
 * @param name in English
 * @param set by which set it is one: {@code DE-BY}
 */
public record Holiday(LocalDate day, String name, String set) {}
