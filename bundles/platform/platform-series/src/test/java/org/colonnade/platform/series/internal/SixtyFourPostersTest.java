package org.colonnade.platform.series.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.colonnade.platform.api.series.NumberClaim;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.TestDatabase;
import org.junit.Test;

/** Sixty-four post at once on two nodes, and take a fifth of it back: the numbers are exactly 1..n, in the order of the commits. */
public class SixtyFourPostersTest extends OnEachDatabase {

    private static final int POSTERS = 64;
    private static final int EACH = 25;

    /**
     * A posting that stands.
     *
     * @param begun right before its commit began
     * @param stored when the commit had returned
     * @param text its number
     */
    private record Posting(long begun, long stored, String text) {}

    @Test
    public void theNumbersAreOneToNInTheOrderOfTheCommits() throws Exception {
        List<Posting> postings = new ArrayList<>();
        try (TestDatabase second = database().node()) {
            Office here = new Office(database()).declared();
            Office there = new Office(second);
            here.series.come(here);
            there.series.come(there);
            ExecutorService threads = Executors.newFixedThreadPool(POSTERS);
            List<Future<List<Posting>>> running = new ArrayList<>();
            for (int i = 0; i < POSTERS; i++) {
                Office office = i % 2 == 0 ? here : there;
                Random random = new Random(i);
                running.add(threads.submit(() -> posts(office, random)));
            }
            for (Future<List<Posting>> one : running) {
                postings.addAll(one.get());
            }
            threads.shutdown();
            assertEquals(List.of(), new OneToN(here.own).counterExamples(10));
        }
        List<String> texts = postings.stream().map(Posting::text).sorted().toList();
        assertEquals(
                IntStream.rangeClosed(1, texts.size())
                        .mapToObj("INV-2026-%05d"::formatted)
                        .toList(),
                texts);
        inOrder(postings);
        assertEquals(texts, Office.texts(database(), "select number_text from posting_entry order by number_text"));
    }

    private static List<Posting> posts(Office office, Random random) {
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            long[] begun = new long[1];
            try {
                NumberClaim claim = office.tx.write(work -> {
                    work.beforeCommit(last -> begun[0] = System.nanoTime());
                    NumberClaim mine = office.book(work, work.newId(), Office.DAY);
                    if (random.nextInt(5) == 0) {
                        throw new ChangedMind();
                    }
                    return mine;
                });
                long stored = System.nanoTime();
                postings.add(new Posting(begun[0], stored, office.series.number(claim)));
            } catch (ChangedMind back) {
                // takes no number
            }
        }
        return postings;
    }

    /** Whoever began to commit after another's commit had returned has the larger number. */
    private static void inOrder(List<Posting> postings) {
        List<Posting> byEnd = postings.stream()
                .sorted(Comparator.comparingLong(Posting::stored))
                .toList();
        String latest = "";
        int ended = 0;
        for (Posting posting : postings.stream()
                .sorted(Comparator.comparingLong(Posting::begun))
                .toList()) {
            while (byEnd.get(ended).stored() < posting.begun()) {
                String text = byEnd.get(ended++).text();
                latest = text.compareTo(latest) > 0 ? text : latest;
            }
            assertTrue(posting + " after " + latest, posting.text().compareTo(latest) > 0);
        }
    }

    private static final class ChangedMind extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
