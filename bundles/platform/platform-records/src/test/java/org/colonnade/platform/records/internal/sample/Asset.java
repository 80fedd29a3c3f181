package org.colonnade.platform.records.internal.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

@RecordType(
        value = "sample:asset",
        plural = "assets",
        en = "Asset",
        th = "สินทรัพย์",
        order = "name",
        keys = "serial",
        example = "{\"name\": \"Ladder\", \"pieces\": 1}")
public record Asset(
        @Field(en = "Name", th = "ชื่อ", required = true, searched = true) String name,
        @Field(en = "Serial number", th = "หมายเลข", searched = true) String serial,
        @Field(en = "State", th = "สถานะ") State state,
        @Field(en = "Bought on", th = "วันที่ซื้อ") LocalDate boughtOn,
        @Field(en = "Seen at", th = "พบเมื่อ") Instant seenAt,
        @Field(en = "Price", th = "ราคา") Money price,
        @Field(en = "Pieces", th = "จำนวน") int pieces,
        @Field(en = "Weight", th = "น้ำหนัก") BigDecimal weight,
        @Field(en = "Insured", th = "ประกัน") boolean insured,
        @Field(en = "Holder", th = "ผู้ถือ", person = true) Ref holder,
        @Field(en = "Spots", th = "จุด") List<String> spots) {

    public enum State {
        NEW,
        USED,
        BROKEN
    }
}
