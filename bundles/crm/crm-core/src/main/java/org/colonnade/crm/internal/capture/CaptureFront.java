package org.colonnade.crm.internal.capture;

import java.util.List;
import java.util.stream.Stream;
import org.colonnade.crm.internal.rest.CaptureConfirm;
import org.colonnade.crm.internal.rest.CaptureLinks;
import org.colonnade.crm.internal.rest.CaptureSubmissions;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What crm presents of capture: its forms, resources and permissions. */
@Component(service = CaptureFront.class)
public class CaptureFront {

    private final CaptureForms forms;
    private final List<Object> resources;

    @Activate
    public CaptureFront(
            @Reference CaptureForms forms,
            @Reference CaptureSubmissions submissions,
            @Reference CaptureConfirm confirm,
            @Reference CaptureLinks links) {
        this.forms = forms;
        this.resources = List.of(submissions, confirm, links);
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return Stream.concat(
                        CaptureForms.permissions().stream(),
                        Stream.of(Permission.of(
                                Handover.HAND_OVER, "Capture: hand confirmation links over", "รับลูกค้า: ส่งมอบลิงก์ยืนยัน")))
                .toList();
    }

    /** The records. */
    public List<RecordDesk<?, ?>> desks() {
        return List.of(forms.desk());
    }

    /** The resources. */
    public List<Object> resources() {
        return resources;
    }
}
