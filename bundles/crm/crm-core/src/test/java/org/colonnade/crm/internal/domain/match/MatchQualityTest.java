package org.colonnade.crm.internal.domain.match;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/**
 * How well duplicates are found among 5,000 invented people and 5,000 records of the same people with the errors that people make, by
 * the keys and weights of the product. The weights were found with seed 1; the others only check them. The figures are written to
 * {@code target/match-quality.txt}.
 */
public class MatchQualityTest {

    private static final double REVIEW = 0.5;
    private static final int PEOPLE = 5_000;

    @Test
    public void ofTwoRecordsOfOnePersonNearlyAllAreFoundAndHardlyAnyOther() throws IOException {
        List<String> report = new ArrayList<>();
        for (long seed = 1; seed <= 4; seed++) {
            Quality quality = Quality.of(records(seed), REVIEW);
            report.add("generated people, seed " + seed + ": " + quality);
            assertTrue("seed " + seed + ": " + quality, quality.precision() >= 0.99);
            assertTrue("seed " + seed + ": " + quality, quality.recall() >= 0.95);
            assertTrue("few comparisons: " + quality, quality.compared() < 20L * PEOPLE);
        }
        Files.write(Path.of("target", "match-quality.txt"), report);
    }

    private static List<Quality.Item> records(long seed) {
        List<MadeUpPeople.Person> people = new MadeUpPeople(seed).people(PEOPLE);
        HumanErrors errors = new HumanErrors(seed + 1000);
        List<Quality.Item> items = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            items.add(Quality.item(people.get(i), "person " + i));
            items.add(Quality.item(errors.again(people.get(i)), "person " + i));
        }
        return items;
    }
}
