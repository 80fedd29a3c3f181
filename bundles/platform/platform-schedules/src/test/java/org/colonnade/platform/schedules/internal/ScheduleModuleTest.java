package org.colonnade.platform.schedules.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.schedules.internal.rest.ScheduleKinds;
import org.colonnade.platform.schedules.internal.rest.ScheduleVerbs;
import org.colonnade.testkit.ModuleContract;

public class ScheduleModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new ScheduleModule(null, new ScheduleVerbs(null), new ScheduleKinds(null));
    }
}
