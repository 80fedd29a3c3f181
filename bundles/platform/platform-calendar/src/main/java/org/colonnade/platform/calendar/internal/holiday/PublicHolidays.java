package org.colonnade.platform.calendar.internal.holiday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.impl.DefaultHolidayManager;
import de.focus_shift.jollyday.core.spi.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.colonnade.platform.calendar.internal.domain.HolidaySource;
import org.osgi.service.component.annotations.Component;

/**
 * Public holidays by country and part of a country. Nothing is looked up by service files: the rules of a country are read when they are
 * first asked for, and years that were reckoned are kept.
 */
@Component(service = HolidaySource.class)
public final class PublicHolidays implements HolidaySource {

    private static final Pattern SET = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,4}){0,3}");
    /** Japan's rules in the library lack the equinoxes and keep the birthday of the former emperor. */
    private static final Set<String> OUTDATED = Set.of("jp");
    /** About 100 bytes a holiday; then all are forgotten. */
    private static final int MOST_YEARS = 5_000;

    private static final String UNNAMED = "undefined";

    private final Map<String, Optional<HolidayManager>> countries = new ConcurrentHashMap<>();
    private final Map<String, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    @Override
    public boolean knows(String set) {
        return set != null && SET.matcher(set).matches() && area(parts(set)) != null;
    }

    private CalendarHierarchy area(String[] parts) {
        CalendarHierarchy area =
                country(parts[0]).map(HolidayManager::getCalendarHierarchy).orElse(null);
        for (int i = 1; i < parts.length && area != null; i++) {
            area = area.getChildren().get(parts[i]);
        }
        return area;
    }

    @Override
    public Map<LocalDate, String> of(String set, int year) {
        String key = set + '/' + year;
        Map<LocalDate, String> known = years.get(key);
        if (known == null) {
            known = reckon(parts(set), year);
            if (years.size() >= MOST_YEARS) {
                years.clear();
            }
            years.put(key, known);
        }
        return known;
    }

    /** Next to the year itself those around it: a day may be kept in another year than it is named for. */
    private Map<LocalDate, String> reckon(String[] parts, int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        String[] below = Arrays.copyOfRange(parts, 1, parts.length);
        country(parts[0]).ifPresent(rules -> {
            for (int named = year - 1; named <= year + 1; named++) {
                rules.getHolidays(Year.of(named), HolidayType.PUBLIC_HOLIDAY, below)
                        .forEach(day -> note(days, day));
            }
        });
        days.keySet().removeIf(day -> day.getYear() != year);
        return Map.copyOf(days);
    }

    /** A day that is kept on another one is free itself only at a weekend: it is what the other day is the substitute for. */
    private static void note(Map<LocalDate, String> days, Holiday holiday) {
        days.put(holiday.getDate(), name(holiday));
        LocalDate named = holiday.getActualDate();
        if (named.getDayOfWeek() == DayOfWeek.SATURDAY || named.getDayOfWeek() == DayOfWeek.SUNDAY) {
            days.put(named, name(holiday));
        }
    }

    /** The texts without a language are the English ones. Where there is none, the key is the name. */
    private static String name(Holiday holiday) {
        String name = holiday.getDescription(Locale.ROOT);
        return UNNAMED.equals(name) ? holiday.getPropertiesKey() : name;
    }

    private Optional<HolidayManager> country(String country) {
        return countries.computeIfAbsent(country, PublicHolidays::open);
    }

    private static Optional<HolidayManager> open(String country) {
        Configuration rules = OUTDATED.contains(country) ? null : RuleFile.of(country);
        if (rules == null) {
            return Optional.empty();
        }
        HolidayManager manager = new DefaultHolidayManager();
        ManagerParameter parameter = ManagerParameters.create(country);
        parameter.mergeProperties(parsers());
        manager.setConfigurationService(asked -> rules);
        manager.init(parameter);
        return Optional.of(manager);
    }

    private static Properties parsers() {
        try (InputStream in = HolidayManager.class.getClassLoader().getResourceAsStream("jollyday.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String[] parts(String set) {
        return set.toLowerCase(Locale.ROOT).split("-");
    }
}
