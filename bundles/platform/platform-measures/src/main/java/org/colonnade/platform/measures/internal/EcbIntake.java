package org.colonnade.platform.measures.internal;

import java.io.IOException;
import java.io.InputStream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.measures.internal.domain.EcbFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a file of euro reference rates, for a job that reads it. */
@Component(service = EcbIntake.class)
public final class EcbIntake {

    private final Jobs jobs;

    @Activate
    public EcbIntake(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Submits the job.
     *
     * @param type as what the rates count
     * @return its id
     * @throws Rejected {@code measures.ecb.unreadable}, {@code measures.ecb.empty}
     */
    public String take(Actor actor, InputStream file, RateType type) throws IOException {
        actor.require(RateRecords.CHANGE);
        JobFiles files = jobs.prepare();
        files.keep(EcbWorker.INPUT, "application/xml", file);
        try (InputStream kept = files.read(EcbWorker.INPUT);
                EcbFile rates = new EcbFile(kept)) {
            if (rates.next() == null) {
                throw new Rejected("measures.ecb.empty", "The file has no rate in it.");
            }
        }
        String input = "{\"type\": \"" + type.name() + "\"}";
        return jobs.submit(
                JobDraft.of(EcbWorker.KIND, "Euro reference rates", input).with(files));
    }
}
