package org.colonnade.platform.calendar.internal.holiday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

public class PublicHolidaysTest {

    private static final Path CORPUS =
            Path.of(System.getProperty("colonnade.corpora", "none"), "06-sample-businesses/holidays/expected");

    /**
     * Days of which the two libraries think otherwise, {@code -} those that this one does not have. Most are kept by custom and not by law
     * (Carnival in Brazil, Christmas Eve in Sweden), belong to parts of a country (Switzerland, Massachusetts), or go by what is announced
     * each year (India).
     */
    private static final String KNOWN =
            """
            AU-NSW-2024 +08-05
            AU-NSW-2025 +08-04
            BR-2024 +02-13 +02-14 +05-30
            BR-2025 +03-04 +03-05 +06-19
            BR-2026 +02-17 +02-18 +06-04
            BR-2027 +02-09 +02-10 +05-27
            CA-QC-2027 +03-29
            CH-2025 -04-18 -04-21 -06-09 -12-26
            CH-2026 -04-03 -04-06 -05-25
            CH-2027 -03-26 -03-29 -05-17
            ES-CT-2027 -05-03 +08-16
            ES-MD-2027 +08-16
            FI-2024 +06-21 +12-24
            FI-2025 +06-20 +12-24
            HU-2024 +12-24
            HU-2025 +12-24
            HU-2026 +12-24
            IN-2024 -03-29 -12-25 +04-11
            IN-2025 -04-14 -04-18 -12-25 +03-31
            MX-2024 +12-02
            MX-2027 +04-30 +12-24 +12-31
            NL-2026 +05-05
            PT-2026 +02-17
            PT-2027 +02-09
            SE-2024 +06-21 +12-24 +12-31
            SE-2026 +06-19 +12-24 +12-31
            SE-2027 +06-25 +12-24 +12-31
            US-2024 -10-14
            US-2026 -10-12
            US-CA-2027 +10-11
            US-MA-2024 -04-15 -06-17
            US-MA-2025 -03-17 -04-21 -06-17
            US-MA-2027 -03-17 -04-19 -06-17
            US-TX-2025 -12-24 -12-26 +04-28
            US-TX-2026 -12-24 +04-27
            US-TX-2027 +04-26""";

    private final PublicHolidays holidays = new PublicHolidays();

    @Test
    public void setsAreKnownByTheirCodes() {
        for (String set : new String[] {"DE", "DE-BY", "TH", "US-CA", "GB-SCT"}) {
            assertTrue(set, holidays.knows(set));
        }
        for (String set : new String[] {null, "", "de", "XX", "DE-XX", "DE-BY-ZZ", "../DE", "DE-", "DEU", "JP"}) {
            assertFalse(set, holidays.knows(set));
        }
    }

    @Test
    public void aPartHasItsOwnBesideThoseOfTheCountry() {
        Map<LocalDate, String> bavaria = holidays.of("DE-BY", 2027);
        assertEquals("Epiphany", bavaria.get(LocalDate.of(2027, 1, 6)));
        assertEquals("Good Friday", bavaria.get(LocalDate.of(2027, 3, 26)));
        assertFalse(holidays.of("DE", 2027).containsKey(LocalDate.of(2027, 1, 6)));
    }

    @Test
    public void aDayAtAWeekendIsMadeUpFor() {
        // Independence Day 2026 is a Saturday
        Map<LocalDate, String> america = holidays.of("US", 2026);
        assertTrue(america.containsKey(LocalDate.of(2026, 7, 3)));
        assertTrue(america.containsKey(LocalDate.of(2026, 7, 4)));
        Map<LocalDate, String> thailand = holidays.of("TH", 2025);
        // Songkran 2025 begins on a Sunday
        assertEquals("Songkran (substitute)", thailand.get(LocalDate.of(2025, 4, 16)));
        assertEquals("Songkran", thailand.get(LocalDate.of(2025, 4, 13)));
        assertFalse(thailand.containsKey(LocalDate.of(2025, 4, 17)));
        // New Year's Day 2028 is a Saturday
        assertTrue(holidays.of("US", 2027).containsKey(LocalDate.of(2027, 12, 31)));
    }

    /** Beside the rules of another library: on weekdays both must say the same, but for what is known and named. */
    @Test
    public void theExpectedDatesAreFound() throws IOException {
        assumeTrue("The corpus of expected holidays is not there", Files.isDirectory(CORPUS));
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                String set = name.substring(0, name.length() - 5);
                int year = Integer.parseInt(name.substring(name.length() - 4));
                if (holidays.knows(set)) {
                    Set<LocalDate> expected = expected(file, year);
                    compared += expected.size();
                    String difference =
                            difference(expected, weekdays(holidays.of(set, year).keySet()));
                    if (!difference.isEmpty()) {
                        differences.put(name, difference);
                    }
                }
            }
        }
        assertTrue(compared + " days", compared > 500);
        assertEquals(
                KNOWN,
                differences.entrySet().stream()
                        .map(one -> one.getKey() + ' ' + one.getValue())
                        .collect(Collectors.joining("\n")));
    }

    private static String difference(Set<LocalDate> expected, Set<LocalDate> found) {
        Set<LocalDate> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<LocalDate> more = new TreeSet<>(found);
        more.removeAll(expected);
        return missing.stream().map(day -> "-" + day.toString().substring(5)).collect(Collectors.joining(" "))
                + (missing.isEmpty() || more.isEmpty() ? "" : " ")
                + more.stream().map(day -> "+" + day.toString().substring(5)).collect(Collectors.joining(" "));
    }

    private static Set<LocalDate> expected(Path file, int year) throws IOException {
        Set<LocalDate> days = new TreeSet<>();
        for (JsonNode day : new ObjectMapper().readTree(file.toFile())) {
            if (day.path("type").asText().toLowerCase(Locale.ROOT).equals("public")) {
                days.add(LocalDate.parse(day.path("date").asText().substring(0, 10)));
            }
        }
        days.removeIf(day -> day.getYear() != year);
        return weekdays(days);
    }

    private static Set<LocalDate> weekdays(Set<LocalDate> days) {
        return days.stream()
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
