package org.colonnade.platform.shell.internal.command;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.Jobs;

/** Completes the ids of the newest jobs that have not ended. */
@Service
public final class OpenJobIds extends Names {

    public OpenJobIds() {
        this(House.ofThisBundle());
    }

    OpenJobIds(House house) {
        super(() -> house.the(Jobs.class, "jobs").list(JobQuery.ALL, PageRequest.first()).items().stream()
                .filter(job -> !job.state().ended())
                .map(Job::id)
                .toList());
    }
}
