package org.colonnade.crm.internal;

import org.colonnade.crm.api.PartyKind;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** The fields of a party that lists are filtered and sorted by: those that lie in its own row. */
@RecordType(
        value = "crm:party",
        plural = "parties",
        en = "Party",
        th = "ผู้ติดต่อ",
        order = "displayName",
        read = "crm.party.read",
        change = "crm.party.change",
        example = "{}")
public record PartyColumns(
        @Field(en = "Kind", th = "ประเภท", required = true) PartyKind kind,
        @Field(en = "Display name", th = "ชื่อที่แสดง", required = true, personal = true) String displayName,
        @Field(en = "First name", th = "ชื่อ", column = "name_given", personal = true) String givenName,
        @Field(en = "Last name", th = "นามสกุล", column = "name_family", personal = true) String familyName,
        @Field(en = "Nickname", th = "ชื่อเล่น", personal = true) String nickname,
        @Field(en = "Organisation", th = "องค์กร") String organisation,
        @Field(en = "Department", th = "แผนก", column = "unit_name") String unit,
        @Field(en = "Job title", th = "ตำแหน่งงาน") String jobTitle,
        @Field(en = "Role", th = "หน้าที่", column = "role_name") String role,
        @Field(en = "Birthday", th = "วันเกิด", personal = true) String birthday,
        @Field(en = "Language", th = "ภาษา", column = "language_tag") String language,
        @Field(en = "Time zone", th = "เขตเวลา") String timeZone,
        @Field(en = "Merged into", th = "รวมเข้ากับ") Long mergedInto) {

    /** Nothing of it is given by callers here: parties are changed by their own desk. */
    public record Nothing() {}
}
