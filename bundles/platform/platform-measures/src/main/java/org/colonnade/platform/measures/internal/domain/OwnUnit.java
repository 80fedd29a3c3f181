package org.colonnade.platform.measures.internal.domain;

import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** A unit of a company's own. The fields are those of {@link OwnUnitDraft}. */
@RecordType(
        value = "measures:unit",
        plural = "own-units",
        en = "Unit of the company",
        th = "หน่วยของบริษัท",
        order = "code",
        keys = "code",
        example =
                "{\"code\": \"ZRA\", \"name\": \"Rai\", \"thaiName\": \"ไร่\", \"of\": \"MTK\", \"factor\": \"1600\"}")
public record OwnUnit(
        @Field(en = "Code", th = "รหัส", required = true, max = 3) String code,
        @Field(en = "Name", th = "ชื่อ", required = true, max = 100) String name,
        @Field(en = "Thai name", th = "ชื่อภาษาไทย", max = 100) String thaiName,
        @Field(en = "Symbol", th = "สัญลักษณ์", max = 20) String symbol,
        @Field(en = "Made of", th = "ประกอบด้วย", column = "of_unit", required = true, max = 3) String of,
        @Field(en = "How many", th = "จำนวน", required = true, max = 210) String factor) {}
