package org.colonnade.platform.series.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colonnade.testkit.TestDatabase;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A process that posts is killed amid it, again and again: whatever was answered stands, and the numbers are exactly 1..n. */
public class KilledPosterTest {

    private static final int KILLS = 4;
    private static final int ANSWERS = 150;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aKillLeavesNoGap() throws Exception {
        try (TestDatabase database = TestDatabase.postgres()) {
            Office office = new Office(database).declared();
            List<String> answered = new ArrayList<>();
            int waiting = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                answered.addAll(killed(database));
                waiting += Office.texts(database, "select subject from series_claim")
                        .size();
                office.post(Office.DAY);
            }
            office.series.sweep();
            List<String> numbers = Office.texts(database, "select number_text from series_number order by number");
            assertEquals(
                    IntStream.rangeClosed(1, numbers.size())
                            .mapToObj("INV-2026-%05d"::formatted)
                            .toList(),
                    numbers);
            assertTrue(numbers.containsAll(answered));
            assertEquals(answered.size(), answered.stream().distinct().count());
            assertEquals(
                    List.of(Integer.toString(numbers.size())),
                    Office.texts(database, "select count(*) from posting_entry"));
            assertTrue("the kills met claims that waited: " + waiting, waiting > 0);
            assertEquals(List.of(), new OneToN(office.own).counterExamples(10));
        }
    }

    /** @return the numbers that the process had answered when it was killed */
    private List<String> killed(TestDatabase database) throws Exception {
        Path said = folder.newFile().toPath();
        String url;
        try (Connection connection = database.connection()) {
            url = connection.getMetaData().getURL();
        }
        Process poster = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Poster.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        while (poster.isAlive() && answers(said).size() < ANSWERS) {
            Thread.sleep(5);
        }
        poster.destroyForcibly();
        assertEquals("killed", 128 + 9, poster.waitFor());
        List<String> answered = answers(said);
        assertTrue(answered.size() >= ANSWERS);
        return answered;
    }

    /** The last line may have been cut off. */
    private static List<String> answers(Path said) throws IOException {
        try (Stream<String> lines = Files.lines(said)) {
            return lines.filter(line -> line.matches("INV-2026-[0-9]{5}")).toList();
        }
    }
}
