package org.colonnade.platform.jobs.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.jobs.internal.rest.JobEvents;
import org.colonnade.platform.jobs.internal.rest.JobList;
import org.colonnade.testkit.ModuleContract;

public class JobsModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new JobsModule(new JobList(null), new JobEvents(null, null, null));
    }
}
