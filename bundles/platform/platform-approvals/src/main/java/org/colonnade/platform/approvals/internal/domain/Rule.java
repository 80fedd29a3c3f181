package org.colonnade.platform.approvals.internal.domain;

import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.approval.ApprovalStep;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** Who approves what up to which amount, as people declare it. The fields are those of {@link RuleDraft}. */
@RecordType(
        value = "approvals:rule",
        plural = "approval-rules",
        en = "Approval rule",
        th = "กฎการอนุมัติ",
        order = "kind",
        example = "{\"kind\": \"finance.payment-run\", \"name\": \"Payment runs up to 10,000\", "
                + "\"upTo\": {\"amount\": \"10000.00\", \"currency\": \"EUR\"}, "
                + "\"steps\": [{\"permission\": \"approvals.request.read\", \"approvals\": 1}], \"days\": 14}")
public record Rule(
        @Field(en = "Kind", th = "ประเภท", required = true, searched = true, max = 60) String kind,
        @Field(en = "Name", th = "ชื่อ", required = true, searched = true, max = 200) String name,
        @Field(en = "Up to", th = "ไม่เกิน") Money upTo,
        @Field(en = "Steps", th = "ขั้นตอน") List<ApprovalStep> steps,
        @Field(en = "Days", th = "จำนวนวัน") Integer days) {

    public Rule {
        steps = steps == null ? List.of() : List.copyOf(steps);
        days = days == null ? 0 : days;
    }
}
