package org.colonnade.platform.privacy.internal.retention;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.schedule.ScheduleDefault;
import org.colonnade.platform.api.schedule.ScheduleKind;
import org.colonnade.platform.privacy.internal.PrivacyPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The retention rules as a job that can be scheduled; every night at four by itself. */
@Component
public final class RetentionSchedule implements JobWorker, ScheduleKind {

    private final RetentionDesk desk;

    @Activate
    public RetentionSchedule(@Reference RetentionDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "privacy.retention";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Run the enabled retention rules", "th", "ดำเนินการตามกฎการเก็บรักษาข้อมูล");
    }

    @Override
    public String permission() {
        return PrivacyPermissions.RETENTION;
    }

    @Override
    public Optional<ScheduleDefault> standard() {
        return Optional.of(new ScheduleDefault(
                "Retention", "0 4 * * *", ZoneId.systemDefault().getId()));
    }

    @Override
    public void run(JobRun run) {
        desk.all(run);
    }
}
