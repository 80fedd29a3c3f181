package org.colonnade.platform.rest.internal.platform;

import java.util.List;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.rest.internal.metric.MetricsPage;

/** What a role may allow of the platform's own affairs. */
final class PlatformPermissions {

    static final String FUNCTIONS_READ = "platform.functions.read";
    static final String FUNCTIONS_CHANGE = "platform.functions.change";
    static final String EVENTS_RETRY = "platform.events.retry";

    static final String AUDIT_READ = "platform.audit.read";
    static final String AUDIT_CONTENT = "platform.audit.read-content";
    static final String AUDIT_VERIFY = "platform.audit.verify";

    static final String COMPANIES_READ = "platform.companies.read";
    static final String COMPANIES_CHANGE = "platform.companies.change";

    static final List<Permission> ALL = List.of(
            Permission.of(FUNCTIONS_READ, "See which functions can be installed", "ดูฟังก์ชันที่ติดตั้งได้"),
            Permission.of(FUNCTIONS_CHANGE, "Install, update and remove functions", "ติดตั้ง ปรับปรุง และถอนฟังก์ชัน"),
            Permission.of(
                    EventSight.READ,
                    "See what happened to the records that one sees",
                    "ดูเหตุการณ์ของข้อมูลที่มองเห็น"),
            Permission.of(
                    EventSight.READ_ALL, "See every event with all its content", "ดูเหตุการณ์ทั้งหมดพร้อมเนื้อหา"),
            Permission.of(EVENTS_RETRY, "Hand set-aside events over once more", "ส่งเหตุการณ์ที่ค้างอยู่อีกครั้ง"),
            Permission.of(
                    AUDIT_READ, "See who changed what, without content", "ดูว่าใครเปลี่ยนแปลงอะไร โดยไม่เห็นเนื้อหา"),
            Permission.of(AUDIT_CONTENT, "See the content of every change", "ดูเนื้อหาของการเปลี่ยนแปลงทุกครั้ง"),
            Permission.of(MetricsPage.READ, "Read the metrics of the platform", "อ่านค่าชี้วัดของแพลตฟอร์ม"),
            Permission.of(AUDIT_VERIFY, "Verify that the audit is whole", "ตรวจสอบว่าบันทึกการเปลี่ยนแปลงครบถ้วน"),
            Permission.of(COMPANIES_READ, "See all companies", "ดูบริษัททั้งหมด"),
            Permission.of(COMPANIES_CHANGE, "Open and change companies", "เปิดและแก้ไขบริษัท"));

    private PlatformPermissions() {}
}
