package org.colonnade.crm.api.lead;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** How much somebody can take on, and when. The fields are those of {@link CapacityDraft}. */
@RecordType(
        value = "crm:capacity",
        plural = "capacities",
        en = "Capacity",
        th = "กำลังงาน",
        order = "user",
        keys = "user",
        example = "{\"user\": \"admin\", \"teams\": [\"inside sales\"], \"weight\": 2, \"mostOpen\": 30, \"zone\": \"Asia/Bangkok\","
                + " \"hours\": [{\"day\": \"MONDAY\", \"from\": \"09:00\", \"to\": \"17:30\"}]}")
public record Capacity(
        @Field(en = "User", th = "ผู้ใช้", column = "user_name", max = 64, required = true) String user,
        @Field(en = "Teams", th = "ทีม") List<String> teams,
        @Field(en = "Weight", th = "น้ำหนัก") Integer weight,
        @Field(en = "Most open leads", th = "จำนวนสูงสุด") Integer mostOpen,
        @Field(en = "Time zone", th = "เขตเวลา", max = 60) String zone,
        @Field(en = "Working hours", th = "เวลาทำงาน") List<WorkingWindow> hours,
        @Field(en = "Absent from", th = "ลาตั้งแต่") Instant absentFrom,
        @Field(en = "Absent until", th = "ลาถึง") Instant absentUntil) {

    public Capacity {
        teams = teams == null ? List.of() : List.copyOf(teams);
        hours = hours == null ? List.of() : List.copyOf(hours);
    }
}
