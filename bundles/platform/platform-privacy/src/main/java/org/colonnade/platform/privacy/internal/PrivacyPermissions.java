package org.colonnade.platform.privacy.internal;

import java.util.List;
import org.colonnade.platform.api.Permission;

/** What a role may allow here. */
public final class PrivacyPermissions {

    public static final String READ = "platform.privacy.read";
    public static final String EXPORT = "platform.privacy.export";
    public static final String ERASE = "platform.privacy.erase";
    public static final String RESTRICT = "platform.privacy.restrict";
    public static final String RETENTION = "platform.privacy.retention";
    public static final String READ_INVARIANTS = "platform.invariants.read";
    public static final String RUN_INVARIANTS = "platform.invariants.run";

    public static final List<Permission> ALL = List.of(
            Permission.of(
                    READ,
                    "See exports, erasures, restrictions and retention rules",
                    "ดูการส่งออก การลบ การจำกัด และกฎการเก็บรักษาข้อมูลส่วนบุคคล"),
            Permission.of(EXPORT, "Export everything about a person", "ส่งออกข้อมูลทั้งหมดของบุคคล"),
            Permission.of(ERASE, "Erase a person everywhere", "ลบข้อมูลของบุคคลทั้งหมด"),
            Permission.of(RESTRICT, "Restrict the use of a person's data", "จำกัดการใช้ข้อมูลของบุคคล"),
            Permission.of(RETENTION, "Make and run retention rules", "สร้างและใช้กฎการเก็บรักษาข้อมูล"),
            Permission.of(READ_INVARIANTS, "See whether the data agrees", "ดูผลตรวจสอบความสอดคล้องของข้อมูล"),
            Permission.of(RUN_INVARIANTS, "Check that the data agrees", "ตรวจสอบความสอดคล้องของข้อมูล"));

    private PrivacyPermissions() {}
}
