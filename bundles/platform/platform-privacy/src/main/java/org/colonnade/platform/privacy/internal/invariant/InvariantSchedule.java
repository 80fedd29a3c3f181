package org.colonnade.platform.privacy.internal.invariant;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.schedule.ScheduleDefault;
import org.colonnade.platform.api.schedule.ScheduleKind;
import org.colonnade.platform.privacy.internal.PrivacyPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The check of all invariants as a job that can be scheduled; every night at three by itself. */
@Component
public final class InvariantSchedule implements JobWorker, ScheduleKind {

    private final InvariantDesk desk;

    @Activate
    public InvariantSchedule(@Reference InvariantDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "privacy.invariants";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Check all invariants", "th", "ตรวจสอบความถูกต้องของข้อมูลทั้งหมด");
    }

    @Override
    public String permission() {
        return PrivacyPermissions.RUN_INVARIANTS;
    }

    /** One for the whole installation: what must be true is looked at in all companies at once. */
    @Override
    public Optional<ScheduleDefault> standard() {
        return Caller.current().company() == Caller.FIRST_COMPANY
                ? Optional.of(new ScheduleDefault(
                        "Invariants", "0 3 * * *", ZoneId.systemDefault().getId()))
                : Optional.empty();
    }

    @Override
    public void run(JobRun run) {
        desk.all(run);
    }
}
