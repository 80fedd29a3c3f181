package org.colonnade.platform.calendar.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.calendar.internal.rest.CalendarFiles;
import org.colonnade.platform.calendar.internal.rest.CalendarTimes;
import org.colonnade.testkit.ModuleContract;

public class CalendarModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new CalendarModule(null, new CalendarTimes(null), new CalendarFiles(null, null));
    }
}
