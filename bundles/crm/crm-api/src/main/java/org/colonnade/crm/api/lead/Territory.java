package org.colonnade.crm.api.lead;

import java.util.List;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/**
 * A part of the market that a team looks after. The fields are those of {@link TerritoryDraft}.
 *
 * @since 1.1
 */
@RecordType(
        value = "crm:territory",
        plural = "territories",
        en = "Territory",
        th = "เขตการขาย",
        order = "place,name",
        keys = "name",
        example =
                "{\"name\": \"Northern Thailand\", \"place\": 10, \"team\": \"inside sales\", \"countries\": [\"TH\"],"
                        + " \"postalCodes\": [\"50\", \"57\"]}")
public record Territory(
        @Field(en = "Name", th = "ชื่อ", max = 200, required = true) String name,
        @Field(en = "Place", th = "ลำดับ") int place,
        @Field(en = "Team", th = "ทีม", max = 100, required = true) String team,
        @Field(en = "Condition", th = "เงื่อนไข", column = "condition_text", max = 4000) String condition,
        @Field(en = "Countries", th = "ประเทศ") List<String> countries,
        @Field(en = "Regions", th = "จังหวัด") List<String> regions,
        @Field(en = "Postal codes", th = "รหัสไปรษณีย์") List<String> postalCodes,
        @Field(en = "Active", th = "ใช้งาน") Boolean active) {

    public Territory {
        countries = countries == null ? List.of() : List.copyOf(countries);
        regions = regions == null ? List.of() : List.copyOf(regions);
        postalCodes = postalCodes == null ? List.of() : List.copyOf(postalCodes);
    }
}
