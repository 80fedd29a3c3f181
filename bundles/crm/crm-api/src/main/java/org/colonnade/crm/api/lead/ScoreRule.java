package org.colonnade.crm.api.lead;

import java.time.Instant;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/**
 * A rule of scoring. Every version of it is kept, so a score of any moment can be worked out again. The fields are those of
 * {@link ScoreRuleDraft}, and:
 *
 * @param edition rises by one when the condition changes: from then on it is looked anew for whom it holds
 * @param editionSince from when on it has asked that, UTC; for leads that were there already it counts from then on
 */
@RecordType(
        value = "crm:score-rule",
        plural = "score-rules",
        en = "Score rule",
        th = "กฎการให้คะแนน",
        order = "name",
        keys = "name",
        example = "{\"name\": \"Met at a fair\", \"condition\": \"source==fair\", \"points\": 20, \"halfLifeDays\": 30}")
public record ScoreRule(
        @Field(en = "Name", th = "ชื่อ", max = 200, required = true) String name,
        @Field(en = "Condition", th = "เงื่อนไข", column = "condition_text", max = 4000, required = true)
                String condition,
        @Field(en = "Points", th = "คะแนน") int points,
        @Field(en = "Half-life in days", th = "ครึ่งชีวิต (วัน)") Integer halfLifeDays,
        @Field(en = "Valid from", th = "ใช้ได้ตั้งแต่") Instant validFrom,
        @Field(en = "Valid until", th = "ใช้ได้ถึง") Instant validUntil,
        @Field(en = "Active", th = "ใช้งาน") Boolean active,
        @Field(en = "Edition", th = "ฉบับ") long edition,
        @Field(en = "Condition since", th = "เงื่อนไขตั้งแต่") Instant editionSince) {}
