package org.colonnade.crm.api.deal;

import java.time.Instant;
import java.time.LocalDate;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/**
 * A sale that may come.
 *
 * @param name what it is about
 * @param party who may buy, {@code crm:party:…}
 * @param contact whom one talks to there, {@code crm:party:…}
 * @param pipeline on which way it is
 * @param stage where it stands there, the stage's key; where it stood last if it is closed
 * @param amount what it would bring
 * @param expectedClose when the decision is expected
 * @param probability how likely it is won, in per cent: what the stage said when it entered, unless somebody said otherwise
 * @param probabilityManual whether somebody said otherwise
 * @param owner who looks after it
 * @param team whose it is
 * @param source where it came from
 * @param lead the lead that became it
 * @param description what there is to say
 * @param state what became of it
 * @param lostReason why it was lost
 * @param closedOn the day on which it was won or lost
 * @param stageSince since when it stands in its stage, UTC
 */
@RecordType(
        value = "crm:opportunity",
        plural = "opportunities",
        en = "Opportunity",
        th = "โอกาสการขาย",
        order = "-createdAt",
        owner = "owner",
        team = "team",
        example =
                "{\"name\": \"Tea for the rainy season\", \"amount\": {\"amount\": \"48000.00\", \"currency\": \"THB\"}, "
                        + "\"expectedClose\": \"2027-03-31\", \"source\": \"fair\"}")
public record Opportunity(
        @Field(en = "Name", th = "ชื่อ", required = true, searched = true, max = 300) String name,
        @Field(en = "Customer", th = "ลูกค้า", person = true) Ref party,
        @Field(en = "Contact", th = "ผู้ติดต่อ") Ref contact,
        @Field(en = "Pipeline", th = "ไปป์ไลน์") Ref pipeline,
        @Field(en = "Stage", th = "ขั้นตอน", max = 60) String stage,
        @Field(en = "Amount", th = "มูลค่า") Money amount,
        @Field(en = "Expected close", th = "วันที่คาดว่าจะปิด") LocalDate expectedClose,
        @Field(en = "Probability", th = "ความน่าจะเป็น") Integer probability,
        @Field(en = "Probability set by hand", th = "กำหนดความน่าจะเป็นเอง") boolean probabilityManual,
        @Field(en = "Owner", th = "ผู้รับผิดชอบ") Ref owner,
        @Field(en = "Team", th = "ทีม") Ref team,
        @Field(en = "Source", th = "แหล่งที่มา", max = 100) String source,
        @Field(en = "Lead", th = "ลีด") Ref lead,
        @Field(en = "Description", th = "รายละเอียด", max = 20_000, personal = true) String description,
        @Field(en = "State", th = "สถานะ") OpportunityState state,
        @Field(en = "Reason for the loss", th = "เหตุผลที่เสียโอกาส", max = 300) String lostReason,
        @Field(en = "Closed on", th = "วันที่ปิด") LocalDate closedOn,
        @Field(en = "In this stage since", th = "อยู่ในขั้นตอนนี้ตั้งแต่") Instant stageSince) {

    /** Whether nothing has become of it yet. */
    public boolean open() {
        return state == OpportunityState.OPEN;
    }

    /** The day to which a forecast counts it, or null. */
    public LocalDate due() {
        return open() ? expectedClose : closedOn;
    }
}
