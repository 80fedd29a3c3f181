package org.colonnade.platform.records.internal;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/**
 * What somebody asks of a list again and again.
 *
 * @param kind of which records, {@code crm:lead}
 * @param name what people call it
 * @param filter FIQL, or null
 * @param q words, or null
 * @param sort field names separated by commas, or null
 * @param fields the fields to answer, separated by commas; null for all
 * @param tag only records with this tag, or null
 * @param archivedToo {@code false}, {@code true} or {@code all}; null means false
 * @param shared who else sees it
 * @param team the role that sees it, if it is shared with a team
 * @param owner who made it
 */
@RecordType(
        value = "records:view",
        plural = "views",
        en = "Saved view",
        th = "มุมมองที่บันทึกไว้",
        order = "name",
        example = "{\"kind\": \"records:view\", \"name\": \"Views of everybody\", \"filter\": \"shared==EVERYBODY\", \"sort\": \"name\"}")
public record SavedView(
        @Field(en = "Kind of record", th = "ชนิดระเบียน", required = true, max = 70) String kind,
        @Field(en = "Name", th = "ชื่อ", required = true, max = 200) String name,
        @Field(en = "Filter", th = "ตัวกรอง", max = 4_000) String filter,
        @Field(en = "Words", th = "คำค้น", max = 500) String q,
        @Field(en = "Order", th = "การเรียงลำดับ", max = 500) String sort,
        @Field(en = "Fields", th = "ช่องข้อมูล", max = 2_000) String fields,
        @Field(en = "Tag", th = "แท็ก", max = 100) String tag,
        @Field(en = "Archived too", th = "รวมที่เก็บเข้าคลัง", max = 5) String archivedToo,
        @Field(en = "Shared with", th = "แบ่งปันกับ") Sharing shared,
        @Field(en = "Team", th = "ทีม", max = 64) String team,
        @Field(en = "Owner", th = "เจ้าของ") Ref owner) {

    public SavedView {
        shared = shared == null ? Sharing.NOBODY : shared;
    }

    /** Who else sees a view. */
    public enum Sharing {
        /** Only its owner. */
        NOBODY,
        /** Whoever has the role. */
        TEAM,
        /** Whoever may see views. */
        EVERYBODY
    }
}
