package org.colonnade.crm.api.capture;

import java.util.List;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** A form on a web page that brings leads. The fields are those of {@link CaptureFormDraft}. */
@RecordType(
        value = "crm:capture-form",
        plural = "capture-forms",
        en = "Capture form",
        th = "แบบฟอร์มรับลูกค้า",
        order = "name",
        keys = "name",
        example = "{\"name\": \"Ask for tea\", \"origins\": [\"https://www.example.com\"],"
                + " \"fields\": [{\"input\": \"GIVEN_NAME\"}, {\"input\": \"INTEREST\", \"required\": true}],"
                + " \"consentText\": \"You may write to me about your tea.\", \"consentVersion\": \"2026-11\"}")
public record CaptureForm(
        @Field(en = "Name", th = "ชื่อ", max = 200, required = true) String name,
        @Field(en = "Origins", th = "ต้นทาง") List<String> origins,
        @Field(en = "Fields", th = "ช่อง") List<CaptureField> fields,
        @Field(en = "Consent text", th = "ข้อความยินยอม", max = 10_000, required = true) String consentText,
        @Field(en = "Consent version", th = "ฉบับความยินยอม", max = 100, required = true) String consentVersion,
        @Field(en = "Link", th = "ลิงก์ยืนยัน", max = 1000) String linkUrl,
        @Field(en = "Thanks page", th = "หน้าขอบคุณ", max = 1000) String thanksUrl,
        @Field(en = "Confirmed page", th = "หน้ายืนยันแล้ว", max = 1000) String confirmedUrl,
        @Field(en = "Source", th = "แหล่งที่มา", max = 100) String source,
        @Field(en = "Campaign", th = "แคมเปญ", max = 200) String campaign,
        @Field(en = "Least seconds", th = "เวลาขั้นต่ำ (วินาที)") Integer leastSeconds,
        @Field(en = "Most per hour", th = "สูงสุดต่อชั่วโมง") Integer mostPerHour,
        @Field(en = "Hours to confirm", th = "ชั่วโมงในการยืนยัน") Integer hoursToConfirm,
        @Field(en = "Active", th = "ใช้งาน") Boolean active,
        @Field(en = "Language", th = "ภาษา", max = 35) String language) {

    public CaptureForm {
        origins = origins == null ? List.of() : List.copyOf(origins);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
