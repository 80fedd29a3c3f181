package org.colonnade.crm.internal.sweep;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.crm.api.lead.ScoreRuleDraft;
import org.colonnade.crm.internal.capture.CaptureForms;
import org.colonnade.crm.internal.capture.Captures;
import org.colonnade.crm.internal.capture.Handover;
import org.colonnade.crm.internal.lead.LeadOffice;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

public class LeadSweepTest extends OnEachDatabase {

    @Test
    public void aSweepDoesWhatIsDueAndEndsWithItsBundle() throws Exception {
        LeadOffice office = new LeadOffice(database());
        String lead = office.add("Ann", "fair").id();
        office.records
                .scoreRules()
                .create(LeadOffice.ACTOR, new ScoreRuleDraft("fair", "source==fair", 12, null, null, null, null));
        CaptureForms forms = new CaptureForms(office.kit, office.office.tx);
        LeadSweep sweep = new LeadSweep(
                office.office.tx,
                office.records,
                office.assignments,
                new Captures(office.office.tx, forms, office.records),
                new Handover(office.office.tx, forms));
        sweep.sweep();
        sweep.close();
        assertEquals(12, office.lead(lead).score());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (Set.of("colonnade-crm-sweep", "colonnade-crm-links").contains(thread.getName())) {
                // its work has ended, and a thread takes a moment to end after its work
                thread.join(10_000);
                assertFalse(thread.getName(), thread.isAlive());
            }
        }
    }

    /** Does the same on so many threads at once. */
    public static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> all = new ArrayList<>();
            for (Future<T> one : pool.invokeAll(Collections.nCopies(threads, work))) {
                all.add(one.get());
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }
}
