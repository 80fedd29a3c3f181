package org.colonnade.crm.api.lead;

import java.util.List;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** A rule of assignment: which leads it is for, and who gets them. The fields are those of {@link AssignmentRuleDraft}. */
@RecordType(
        value = "crm:assignment-rule",
        plural = "assignment-rules",
        en = "Assignment rule",
        th = "กฎการมอบหมาย",
        order = "place,name",
        keys = "name",
        example = "{\"name\": \"Everything else\", \"place\": 900, \"queue\": \"front desk\"}")
public record AssignmentRule(
        @Field(en = "Name", th = "ชื่อ", max = 200, required = true) String name,
        @Field(en = "Place", th = "ลำดับ") int place,
        @Field(en = "Condition", th = "เงื่อนไข", column = "condition_text", max = 4000) String condition,
        @Field(en = "Users", th = "ผู้ใช้") List<String> users,
        @Field(en = "Team", th = "ทีม", max = 100) String team,
        @Field(en = "Queue", th = "คิว", max = 100) String queue,
        @Field(en = "Strategy", th = "วิธีเลือก") Strategy strategy,
        @Field(en = "Time-out in minutes", th = "หมดเวลา (นาที)") Integer timeoutMinutes,
        @Field(en = "Active", th = "ใช้งาน") Boolean active,
        @Field(en = "By territory", th = "ตามเขตการขาย") Boolean byTerritory) {

    public AssignmentRule {
        users = users == null ? List.of() : List.copyOf(users);
        byTerritory = byTerritory != null && byTerritory;
    }

    /** A rule that does not go by territory. */
    public AssignmentRule(
            String name,
            int place,
            String condition,
            List<String> users,
            String team,
            String queue,
            Strategy strategy,
            Integer timeoutMinutes,
            Boolean active) {
        this(name, place, condition, users, team, queue, strategy, timeoutMinutes, active, false);
    }
}
