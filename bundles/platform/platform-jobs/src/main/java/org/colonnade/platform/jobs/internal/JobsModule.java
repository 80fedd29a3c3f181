package org.colonnade.platform.jobs.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.jobs.internal.rest.JobEvents;
import org.colonnade.platform.jobs.internal.rest.JobList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents jobs to the platform, below {@code /api/platform}. */
@Component
public final class JobsModule implements Module {

    private final List<Object> resources;

    @Activate
    public JobsModule(@Reference JobList list, @Reference JobEvents events) {
        resources = List.of(list, events);
    }

    @Override
    public String id() {
        return "jobs";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Jobs", "th", "งานเบื้องหลัง");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(Jobs.READ, "See everybody's jobs", "ดูงานเบื้องหลังของทุกคน"),
                Permission.of(Jobs.CHANGE, "Cancel and remove everybody's jobs", "ยกเลิกและลบงานเบื้องหลังของทุกคน"));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
