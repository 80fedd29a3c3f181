package org.colonnade.crm.api;

import java.time.LocalDate;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/**
 * What a party is to the company for some time. A party may have many roles at once, but none twice on one day.
 *
 * @param party whose it is, {@code crm:party:…}; null only after that party was erased
 * @param role a word in lower case: {@code customer}, {@code supplier}, {@code partner}, {@code employee}, {@code prospect},
 *     {@code competitor}, or any other of letters, digits and dashes
 * @param validFrom the first day; null for since ever
 * @param validTo the last day; null for no end
 * @param note what there is to say
 * @since 1.1
 */
@RecordType(
        value = "crm:party-role",
        plural = "party-roles",
        en = "Role of a contact",
        th = "บทบาทของผู้ติดต่อ",
        read = "crm.party.read",
        change = "crm.party.change",
        order = "-validFrom",
        example = "{\"party\": \"crm:party:0NPA5Y4WHC0R4\", \"role\": \"customer\", \"validFrom\": \"2026-01-01\"}")
public record PartyRole(
        @Field(en = "Contact", th = "ผู้ติดต่อ", person = true) Ref party,
        @Field(en = "Role", th = "บทบาท", required = true, max = 60, personal = true) String role,
        @Field(en = "Valid from", th = "ตั้งแต่วันที่", personal = true) LocalDate validFrom,
        @Field(en = "Valid to", th = "ถึงวันที่", personal = true) LocalDate validTo,
        @Field(en = "Note", th = "หมายเหตุ", max = 4000, personal = true) String note) {

    /** The same role of another party, for another time. */
    public PartyRole of(Ref other, LocalDate from, LocalDate to) {
        return new PartyRole(other, role, from, to, note);
    }
}
