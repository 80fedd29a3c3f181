package org.colonnade.platform.schedules.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.schedules.internal.rest.ScheduleKinds;
import org.colonnade.platform.schedules.internal.rest.ScheduleVerbs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents schedules to the platform, below {@code /api/platform}. */
@Component(service = Module.class)
public final class ScheduleModule implements Module {

    private final ScheduleBook book;
    private final List<Object> resources;

    @Activate
    public ScheduleModule(
            @Reference ScheduleBook book, @Reference ScheduleVerbs verbs, @Reference ScheduleKinds kinds) {
        this.book = book;
        this.resources = List.of(verbs, kinds);
    }

    @Override
    public String id() {
        return "schedule";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Schedules", "th", "กำหนดการ");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return ScheduleBook.permissions();
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(book.desk());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
