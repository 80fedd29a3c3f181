package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityQuery;
import org.colonnade.platform.api.dossier.CalendarReport;
import org.colonnade.platform.dossier.internal.calendar.CalendarReader;
import org.colonnade.platform.dossier.internal.calendar.Entry;
import org.colonnade.testkit.Corpora;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.BeforeClass;
import org.junit.Test;

/** Calendars of real programs: nothing that is kept is lost on the way in, in the tables, and on the way out and in again. */
public class RealCalendarsTest extends OnEachDatabase {

    private static final Pattern COUNTED = Pattern.compile("(\\d+) VEVENT, (\\d+) VTODO, (\\d+) RRULE");

    private static Path corpus;

    @BeforeClass
    public static void find() {
        corpus = Corpora.folder("04-contacts-calendars");
    }

    @Test
    public void asManyEventsAreReadAsWereCounted() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("EXPECTED.tsv"))) {
            Matcher counted = COUNTED.matcher(line);
            if (line.startsWith("ical/valid/") && counted.find()) {
                String file = line.substring(0, line.indexOf('\t'));
                List<Entry> entries = CalendarReader.read(text(corpus.resolve(file)));
                int expected = Integer.parseInt(counted.group(1)) + Integer.parseInt(counted.group(2));
                long refused =
                        entries.stream().filter(one -> one.refusal() != null).count();
                if (entries.size() != expected || refused > 0) {
                    wrong.add(file + ": " + entries.size() + " of " + expected + ", refused " + refused + ' '
                            + entries.stream()
                                    .map(Entry::refusal)
                                    .filter(java.util.Objects::nonNull)
                                    .findFirst());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    public void whatIsKeptComesBackFromTheTablesAndFromTheCalendarWritten() throws IOException {
        Cabinet cabinet = new Cabinet(database());
        StoredActivities activities = ActivitiesTest.activities(cabinet);
        int number = 100;
        int taken = 0;
        List<String> wrong = new ArrayList<>();
        for (Path file : files()) {
            Actor owner =
                    Cabinet.actor(number++, file.getFileName().toString(), DossierModule.READ, DossierModule.CHANGE);
            Actor second = Cabinet.actor(number++, "again", DossierModule.READ, DossierModule.CHANGE);
            String text = text(file);
            CalendarReport report = activities.take(owner, text, null);
            int told = report.added()
                    + report.changed()
                    + report.unchanged()
                    + report.cancelled()
                    + report.replies()
                    + report.refused().size();
            assertEquals(file.toString(), CalendarReader.read(text).size(), told);
            List<ActivityDraft> plans = plans(activities, owner);
            taken += plans.size();
            activities.take(second, activities.feed(owner, owner.ref()), null);
            List<ActivityDraft> again = plans(activities, second);
            if (!plans.equals(again)) {
                wrong.add(file.getFileName() + ": " + difference(plans, again));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue("taken: " + taken, taken > 1_200);
    }

    private static List<ActivityDraft> plans(StoredActivities activities, Actor owner) {
        List<ActivityDraft> plans = new ArrayList<>();
        String after = null;
        do {
            var page = activities.find(
                    owner, new ActivityQuery(null, owner.ref(), null, null, null, null), PageRequest.of(500, after));
            page.items().stream()
                    .map(Activity::plan)
                    .map(plan -> Plan.owner(plan, null))
                    .forEach(plans::add);
            after = page.next();
        } while (after != null);
        plans.sort(java.util.Comparator.comparing(ActivityDraft::toString));
        return plans;
    }

    private static String difference(List<ActivityDraft> plans, List<ActivityDraft> again) {
        if (plans.size() != again.size()) {
            return plans.size() + " became " + again.size();
        }
        for (int i = 0; i < plans.size(); i++) {
            if (!plans.get(i).equals(again.get(i))) {
                return plans.get(i) + "\n became " + again.get(i);
            }
        }
        return "none";
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(corpus.resolve("ical"))) {
            List<Path> files = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (CalendarReader.isCalendar(text(file))) {
                    files.add(file);
                }
            }
            return files;
        }
    }

    /** Some are older than the rule that calendars are UTF-8. */
    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (java.nio.charset.CharacterCodingException older) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
