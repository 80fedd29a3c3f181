package org.colonnade.crm.internal.intake;

import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.store.Work;

/** Hears after each chunk how far an import is, and may end it between two. */
interface Pace {

    /** Nobody waits and nobody calls it off. */
    Pace ALONE = new Pace() {};

    /** May throw to end the import here. */
    default void goOn() {}

    /** A chunk is being stored, in this transaction. */
    default void stored(Work work, ImportCounts counts) {}

    /** A chunk was tried. */
    default void tried(ImportCounts counts) {}

    /** That of a job: with each chunk it is stored where the job stands. */
    static Pace of(JobRun run, long total) {
        return new Pace() {
            @Override
            public void goOn() {
                run.goOn();
            }

            @Override
            public void stored(Work work, ImportCounts counts) {
                run.progress(work, counts.read(), total, Json.write(counts));
            }

            @Override
            public void tried(ImportCounts counts) {
                run.progress(counts.read(), total, null);
            }
        };
    }
}
