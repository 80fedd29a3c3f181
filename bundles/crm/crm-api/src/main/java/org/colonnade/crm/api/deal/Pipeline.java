package org.colonnade.crm.api.deal;

import java.util.List;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/**
 * A way from the first talk to the sale, as a row of stages.
 *
 * @param name what people call it
 * @param currency in which its opportunities are usually counted, ISO 4217
 * @param standard whether opportunities begin here that name no pipeline; exactly one does
 * @param stages in their order; one that is in use may be renamed and deactivated, not removed
 * @param lostReasons the reasons that may be given for a loss; empty for any
 */
@RecordType(
        value = "crm:pipeline",
        plural = "pipelines",
        en = "Pipeline",
        th = "ไปป์ไลน์การขาย",
        order = "name",
        keys = "name",
        example =
                "{\"name\": \"Partner sales\", \"currency\": \"EUR\", \"lostReasons\": [\"Price\", \"Competitor\"], \"stages\": ["
                        + "{\"key\": \"talk\", \"name\": \"First talk\", \"probability\": 10, \"rottingDays\": 14}, "
                        + "{\"key\": \"offer\", \"name\": \"Offer\", \"probability\": 60}]}")
public record Pipeline(
        @Field(en = "Name", th = "ชื่อ", required = true, max = 200) String name,
        @Field(en = "Currency", th = "สกุลเงิน", required = true, max = 3) String currency,
        @Field(en = "Standard", th = "ค่าเริ่มต้น") Boolean standard,
        @Field(en = "Stages", th = "ขั้นตอน", required = true) List<Stage> stages,
        @Field(en = "Reasons for a loss", th = "เหตุผลที่เสียโอกาส") List<String> lostReasons) {

    public Pipeline {
        standard = standard != null && standard;
        stages = stages == null ? null : List.copyOf(stages);
        lostReasons = lostReasons == null ? List.of() : List.copyOf(lostReasons);
    }

    /** The stage with the key, or null. */
    public Stage stage(String key) {
        return stages.stream()
                .filter(stage -> stage.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
