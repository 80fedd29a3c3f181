package org.colonnade.platform.calendar.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.calendar.internal.rest.CalendarFiles;
import org.colonnade.platform.calendar.internal.rest.CalendarTimes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents business calendars to the platform, below {@code /api/platform}. */
@Component(service = Module.class)
public final class CalendarModule implements Module {

    private final Calendars calendars;
    private final List<Object> resources;

    @Activate
    public CalendarModule(
            @Reference Calendars calendars, @Reference CalendarTimes times, @Reference CalendarFiles files) {
        this.calendars = calendars;
        this.resources = List.of(times, files);
    }

    @Override
    public String id() {
        return "calendar";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Business calendars", "th", "ปฏิทินทำการ");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return Calendars.permissions();
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(calendars.desk());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
