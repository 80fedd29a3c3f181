package org.colonnade.crm.api.lead;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/**
 * Somebody who may become a customer. The fields are those of {@link LeadDraft}, and what use cases set.
 *
 * @param state how far it has come
 * @param reason why it leads nowhere
 * @param score what the score rules say it is worth looking at, as of the last change or sweep; lists sort by it
 * @param signals which score rules hold, and since when
 * @param assignment the id of the last decision about who looks after it
 * @param assignedAt when the owner got it, UTC
 * @param reassignAt when it goes to somebody else unless it is contacted, or when an owner is looked for again, UTC
 * @param receivedAt when it came, UTC
 * @param contactedAt when somebody first spoke to them, UTC
 * @param convertedAt when it became a party, UTC
 * @param party whom it has become
 * @param opportunity the sale that came of it
 */
@RecordType(
        value = "crm:lead",
        plural = "leads",
        en = "Lead",
        th = "ลูกค้ามุ่งหวัง",
        order = "-receivedAt",
        owner = "owner",
        team = "team",
        example = "{\"givenName\": \"Malee\", \"familyName\": \"Srisuk\", \"organisation\": \"Siam Tea\","
                + " \"email\": \"malee@siamtea.example\", \"source\": \"fair\","
                + " \"value\": {\"amount\": \"1200.00\", \"currency\": \"EUR\"}}")
public record Lead(
        @Field(en = "Given name", th = "ชื่อ", max = 200, searched = true, personal = true) String givenName,
        @Field(en = "Family name", th = "นามสกุล", max = 200, searched = true, personal = true) String familyName,
        @Field(en = "Organisation", th = "องค์กร", max = 500, searched = true) String organisation,
        @Field(en = "E-mail", th = "อีเมล", max = 320, searched = true, personal = true) String email,
        @Field(en = "Phone", th = "โทรศัพท์", max = 100, searched = true, personal = true) String phone,
        @Field(en = "Source", th = "แหล่งที่มา", max = 100) String source,
        @Field(en = "Campaign", th = "แคมเปญ", max = 200) String campaign,
        @Field(en = "Owner", th = "ผู้รับผิดชอบ", max = 64) String owner,
        @Field(en = "Team", th = "ทีม", max = 100) String team,
        @Field(en = "Interest", th = "ความสนใจ", max = 4000, searched = true, personal = true) String interest,
        @Field(en = "Value", th = "มูลค่า", column = "worth") Money value,
        @Field(en = "State", th = "สถานะ") LeadState state,
        @Field(en = "Reason", th = "เหตุผล", max = 500) String reason,
        @Field(en = "Score", th = "คะแนน") int score,
        @Field(en = "Signals", th = "สัญญาณ") List<Signal> signals,
        @Field(en = "Assignment", th = "การมอบหมาย") String assignment,
        @Field(en = "Assigned at", th = "มอบหมายเมื่อ") Instant assignedAt,
        @Field(en = "Reassigned at", th = "มอบหมายใหม่เมื่อ") Instant reassignAt,
        @Field(en = "Received at", th = "รับเมื่อ") Instant receivedAt,
        @Field(en = "Contacted at", th = "ติดต่อเมื่อ") Instant contactedAt,
        @Field(en = "Converted at", th = "แปลงเมื่อ") Instant convertedAt,
        @Field(en = "Contact", th = "ผู้ติดต่อ", person = true) Ref party,
        @Field(en = "Opportunity", th = "โอกาสการขาย") Ref opportunity) {

    public Lead {
        state = state == null ? LeadState.NEW : state;
        signals = signals == null ? List.of() : List.copyOf(signals);
    }

    /** What people call it: the person's name, else the organisation, the e-mail or the phone. */
    public String displayName() {
        String name = ((givenName == null ? "" : givenName + ' ') + (familyName == null ? "" : familyName)).strip();
        if (!name.isEmpty()) {
            return name;
        }
        return organisation != null ? organisation : email != null ? email : phone;
    }

    /** The lead as the input that would make it. */
    public LeadDraft draft() {
        return new LeadDraft(
                givenName, familyName, organisation, email, phone, source, campaign, owner, team, interest, value);
    }
}
