package org.colonnade.crm.internal.party;

import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordType;

/** A party as callers see it: the fields of {@link PartyDraft}, and what of its cards is kept besides. */
@RecordType(
        value = "crm:party",
        plural = "parties",
        en = "Party",
        th = "ผู้ติดต่อ",
        order = "sortName",
        document = "document",
        merged = "mergedInto",
        announced = false,
        owner = "owner",
        team = "team",
        example =
                """
                {"kind": "PERSON", "name": {"given": "Malee", "family": "Srisuk"}, "organisation": "Siam Tea Co.", "tags": ["customer"],
                 "contactPoints": [{"type": "EMAIL", "value": "malee@example.com", "purposes": ["work"]},
                  {"type": "PHONE", "value": "081 234 5678", "purposes": ["cell"]},
                  {"type": "POSTAL", "address": {"street": "99 Sukhumvit Road", "locality": "Bangkok", "postalCode": "10110"}}]}""")
public record PartyRecord(
        @Field(en = "Kind", th = "ประเภท") PartyKind kind,
        @Field(en = "Display name", th = "ชื่อที่แสดง", searched = true, personal = true) String displayName,
        @Field(en = "Name", th = "ชื่อ", searched = true, personal = true) PersonName name,
        @Field(en = "Organisation", th = "องค์กร", searched = true, personal = true) String organisation,
        @Field(en = "Department", th = "แผนก", column = "unit_name", searched = true) String unit,
        @Field(en = "Job title", th = "ตำแหน่งงาน", searched = true) String jobTitle,
        @Field(en = "Role", th = "หน้าที่", column = "role_name", searched = true) String role,
        @Field(en = "Birthday", th = "วันเกิด", personal = true) String birthday,
        @Field(en = "Language", th = "ภาษา", column = "language_tag") String language,
        @Field(en = "Time zone", th = "เขตเวลา") String timeZone,
        @Field(en = "Contact points", th = "ช่องทางติดต่อ", searched = true, personal = true)
                List<ContactPoint> contactPoints,
        @Field(en = "Tags", th = "ป้ายกำกับ", searched = true) List<String> tags,
        @Field(en = "Identifiers", th = "เลขประจำตัว", searched = true, personal = true) List<Identifier> identifiers,
        @Field(en = "Owner", th = "ผู้รับผิดชอบ") Ref owner,
        @Field(en = "Team", th = "ทีม") Ref team,
        @Field(en = "Kept properties", th = "ข้อมูลอื่นจากนามบัตร") List<String> kept,
        @Field(en = "Merged into", th = "รวมเข้ากับ") Ref mergedInto) {

    public PartyRecord {
        contactPoints = contactPoints == null ? List.of() : contactPoints;
        tags = tags == null ? List.of() : tags;
        identifiers = identifiers == null ? List.of() : identifiers;
        kept = kept == null ? List.of() : kept;
    }

    /** The record of a party that is there. */
    static PartyRecord of(Party party) {
        return of(party.draft(), party.kept(), party.mergedInto());
    }

    /** A record of these fields. */
    static PartyRecord of(PartyDraft d, List<String> kept, Ref mergedInto) {
        return new PartyRecord(
                d.kind(),
                d.displayName(),
                d.name(),
                d.organisation(),
                d.unit(),
                d.jobTitle(),
                d.role(),
                d.birthday(),
                d.language(),
                d.timeZone(),
                d.contactPoints(),
                d.tags(),
                d.identifiers(),
                d.owner(),
                d.team(),
                kept,
                mergedInto);
    }

    /** The input that would make it. */
    public PartyDraft draft() {
        return new PartyDraft(
                kind,
                displayName,
                name,
                organisation,
                unit,
                jobTitle,
                role,
                birthday,
                language,
                timeZone,
                contactPoints,
                tags,
                identifiers,
                owner,
                team);
    }

    /** The same party with these contact points, which are complete. */
    public PartyRecord reached(List<ContactPoint> points) {
        return of(draft().reached(points), kept, mergedInto);
    }

    /** The party, for other functions. */
    static Party party(Kept<PartyRecord> kept) {
        return Party.of(
                kept.id(),
                kept.value().draft(),
                kept.value().kept,
                kept.archived(),
                kept.version(),
                kept.createdAt(),
                kept.changedAt(),
                kept.value().mergedInto);
    }
}
