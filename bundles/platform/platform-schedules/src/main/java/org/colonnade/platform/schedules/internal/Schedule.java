package org.colonnade.platform.schedules.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.api.schedule.Schedules;
import org.colonnade.platform.schedules.internal.domain.ClosedDays;

/** When which job comes. The first fields are those of {@link ScheduleDraft}; the others are the platform's. */
@RecordType(
        value = "schedule:plan",
        plural = "schedules",
        en = "Schedule",
        th = "กำหนดการ",
        read = Schedules.READ,
        change = Schedules.CHANGE,
        order = "name",
        example =
                "{\"name\": \"Retention on working nights\", \"kind\": \"privacy.retention\", \"zone\": \"Europe/Berlin\","
                        + " \"cron\": \"0 4 * * MON-FRI\", \"misfire\": \"ONCE\", \"overlap\": \"SKIP\"}")
public record Schedule(
        @Field(en = "Name", th = "ชื่อ", required = true, searched = true, max = 200) String name,
        @Field(en = "Kind of job", th = "ชนิดงาน", required = true, max = 100) String kind,
        @Field(en = "Parameters", th = "พารามิเตอร์") Map<String, Object> parameters,
        @Field(en = "Time zone", th = "เขตเวลา", max = 60) String zone,
        @Field(en = "Cron", th = "ครอน", max = 200) String cron,
        @Field(en = "Every", th = "ทุก ๆ", max = 40, column = "pause") String every,
        @Field(en = "Times", th = "เวลา", column = "moments") List<Instant> times,
        @Field(en = "Not before", th = "ไม่ก่อน") Instant notBefore,
        @Field(en = "Not after", th = "ไม่หลัง") Instant notAfter,
        @Field(en = "Business calendar", th = "ปฏิทินทำการ") Ref calendar,
        @Field(en = "On closed days", th = "ในวันปิดทำการ") ClosedDays closedDays,
        @Field(en = "When missed", th = "เมื่อพลาด") Misfire misfire,
        @Field(en = "Made up for, at most", th = "ชดเชยได้มากสุด") Integer catchUpMost,
        @Field(en = "Made up for within", th = "ชดเชยภายใน", max = 40) String catchUpWithin,
        @Field(en = "While the job before runs", th = "ขณะงานก่อนหน้ายังทำอยู่") Overlap overlap,
        @Field(en = "Paused", th = "หยุดชั่วคราว") Boolean paused,
        @Field(en = "Owner", th = "เจ้าของ") Ref owner,
        @Field(en = "Comes with", th = "มาพร้อมกับ", max = 100, column = "standard_of") String standardOf,
        @Field(en = "Next", th = "ครั้งถัดไป") Instant nextAt,
        @Field(en = "Last", th = "ครั้งล่าสุด") Instant lastAt,
        @Field(en = "Last job", th = "งานล่าสุด") Ref lastJob) {

    public Schedule {
        parameters = parameters == null ? Map.of() : parameters;
        times = times == null ? List.of() : List.copyOf(times);
        paused = paused != null && paused;
    }

    /** The same, paused or not. */
    Schedule pausing(boolean now) {
        return with(now, notBefore, owner, nextAt);
    }

    /** The same, beginning then. */
    Schedule from(Instant first) {
        return with(paused, first, owner, nextAt);
    }

    /** The same of another owner. */
    Schedule of(Ref other) {
        return with(paused, notBefore, other, nextAt);
    }

    /** The same, coming next at this instant. */
    Schedule next(Instant instant) {
        return with(paused, notBefore, owner, instant);
    }

    /** Whether both come at the same instants. */
    boolean comesLike(Schedule other) {
        return Arrays.asList(zone, cron, every, times, notBefore, notAfter, calendar, closedDays)
                .equals(Arrays.asList(
                        other.zone,
                        other.cron,
                        other.every,
                        other.times,
                        other.notBefore,
                        other.notAfter,
                        other.calendar,
                        other.closedDays));
    }

    /** Whether both do the same. */
    boolean doesLike(Schedule other) {
        return kind.equals(other.kind) && parameters.equals(other.parameters);
    }

    private Schedule with(boolean pausedNow, Instant first, Ref of, Instant next) {
        return new Schedule(
                name,
                kind,
                parameters,
                zone,
                cron,
                every,
                times,
                first,
                notAfter,
                calendar,
                closedDays,
                misfire,
                catchUpMost,
                catchUpWithin,
                overlap,
                pausedNow,
                of,
                standardOf,
                next,
                lastAt,
                lastJob);
    }
}
