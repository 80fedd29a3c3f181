package org.colonnade.platform.dossier.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.dossier.internal.rest.ActivityFiles;
import org.colonnade.platform.dossier.internal.rest.AttachmentFiles;
import org.colonnade.platform.dossier.internal.rest.CalendarFiles;
import org.colonnade.platform.dossier.internal.rest.FieldFiles;
import org.colonnade.platform.dossier.internal.rest.NoteFiles;
import org.colonnade.platform.dossier.internal.rest.TagFiles;
import org.colonnade.platform.dossier.internal.rest.ValueFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents what accompanies every record to the platform, below {@code /api/platform}. */
@Component
public final class DossierModule implements Module {

    public static final String READ = "platform.dossier.read";
    public static final String CHANGE = "platform.dossier.change";

    private final List<Object> resources;

    @Activate
    public DossierModule(
            @Reference TagFiles tags,
            @Reference NoteFiles notes,
            @Reference AttachmentFiles attachments,
            @Reference ActivityFiles activities,
            @Reference CalendarFiles calendars,
            @Reference FieldFiles fields,
            @Reference ValueFiles values) {
        resources = List.of(tags, notes, attachments, activities, calendars, fields, values);
    }

    @Override
    public String id() {
        return "dossier";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Notes, files, activities and fields", "th", "บันทึก ไฟล์ กิจกรรม และฟิลด์เพิ่มเติม");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(
                        READ,
                        "See tags, notes, files and activities of the records that one may see",
                        "ดูแท็ก บันทึก ไฟล์ และกิจกรรมของข้อมูลที่ดูได้"),
                Permission.of(
                        CHANGE,
                        "Add and change tags, notes, files and activities of the records that one may change",
                        "เพิ่มและแก้ไขแท็ก บันทึก ไฟล์ และกิจกรรมของข้อมูลที่แก้ไขได้"),
                Permission.of(CustomFields.CHANGE, "Add and change custom fields", "เพิ่มและแก้ไขฟิลด์เพิ่มเติม"));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
