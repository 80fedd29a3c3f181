package org.colonnade.platform.measures.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** An exchange rate as it was told. The fields are those of {@link RateDraft}; it is never changed. */
@RecordType(
        value = "measures:rate",
        plural = "rates",
        en = "Exchange rate",
        th = "อัตราแลกเปลี่ยน",
        order = "-date",
        example = "{\"base\": \"EUR\", \"quote\": \"THB\", \"type\": \"OFFICIAL\", \"date\": \"2026-11-30\","
                + " \"rate\": \"37.545\", \"source\": \"ECB\"}")
public record Rate(
        @Field(en = "Base currency", th = "สกุลเงินฐาน", required = true, max = 3) String base,
        @Field(en = "Quoted currency", th = "สกุลเงินอ้างอิง", required = true, max = 3) String quote,
        @Field(en = "Type", th = "ประเภท", column = "rate_type", required = true) RateType type,
        @Field(en = "Date", th = "วันที่", column = "rate_date", required = true) LocalDate date,
        @Field(en = "Rate", th = "อัตรา", required = true) BigDecimal rate,
        @Field(en = "For how many units of the base", th = "ต่อจำนวนหน่วยฐาน", column = "per_units") Long per,
        @Field(en = "Source", th = "แหล่งที่มา", max = 100) String source,
        @Field(en = "Remark", th = "หมายเหตุ", max = 500) String remark) {

    public Rate {
        per = per == null || per == 0 ? 1 : per;
        rate = rate == null ? null : plain(rate);
    }

    /** What one unit of the base is in the quoted currency, exactly. */
    public Rational factor() {
        return Rational.of(rate).dividedBy(Rational.of(per));
    }

    /** Without zeros at the end, whatever scale the column has. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
