package org.colonnade.platform.series.internal.domain;

import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;
import org.colonnade.platform.api.series.Reset;

/** A series of legal numbers, as people declare it. The fields are those of {@link SeriesDraft}. */
@RecordType(
        value = "series:series",
        plural = "series",
        en = "Number series",
        th = "ชุดเลขที่เอกสาร",
        order = "code",
        keys = "code",
        example = "{\"code\": \"finance.invoice\", \"name\": \"Invoices\", \"pattern\": \"INV-{year}-{number:5}\", "
                + "\"reset\": \"YEARLY\", \"yearStart\": 4}")
public record Series(
        @Field(en = "Code", th = "รหัส", required = true, searched = true, max = 60) String code,
        @Field(en = "Name", th = "ชื่อ", required = true, searched = true, max = 200) String name,
        @Field(en = "Pattern", th = "รูปแบบ", required = true, max = 60) String pattern,
        @Field(en = "Begins again", th = "เริ่มใหม่") Reset reset,
        @Field(en = "First month of the year", th = "เดือนแรกของปี") Integer yearStart) {

    public Series {
        reset = reset == null ? Reset.YEARLY : reset;
        yearStart = yearStart == null || yearStart == 0 ? 1 : yearStart;
    }
}
