package org.colonnade.platform.store.internal.audit;

import static org.junit.Assert.assertTrue;

import java.util.stream.IntStream;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Verdict;
import org.junit.Test;

/** A million rows are verified in a minute; forty thousand show the rate. */
public class AuditVolumeTest extends OnAudited {

    private static final int ROWS = 40_000;
    private static final int IN_ONE = 1_000;
    private static final long A_MILLION_A_MINUTE = 60_000;
    private static final int TRIES = 4;

    @Test
    public void aMillionRowsAMinuteAreVerified() throws Exception {
        for (int i = 0; i < ROWS / IN_ONE; i++) {
            int from = i * IN_ONE;
            desk.write(work -> {
                IntStream.range(from, from + IN_ONE)
                        .forEach(number -> work.record(Change.of(line(number), "created", 1, text(number))));
                return null;
            });
        }
        store.warden().drain();
        long best = Integer.MAX_VALUE;
        for (int i = 0; i < TRIES && best * 1_000_000 / ROWS > A_MILLION_A_MINUTE; i++) {
            long begun = System.nanoTime();
            Verdict verdict = audit.verify();
            best = Math.min(best, (System.nanoTime() - begun) / 1_000_000);
            assertTrue(verdict.toString(), verdict.holds() && verdict.rows() == ROWS);
        }
        assertTrue(ROWS + " rows took " + best + " ms", best * 1_000_000 / ROWS <= A_MILLION_A_MINUTE);
    }
}
