package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.records.internal.rights.FieldRightResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The record kit as a module: what is the same for the records of all functions. */
@Component(service = Module.class)
public final class RecordsModule implements Module {

    private final List<Object> resources;
    private final SavedViews views;

    @Activate
    public RecordsModule(@Reference FieldRightResource fieldRights, @Reference SavedViews views) {
        this.views = views;
        this.resources = List.of(fieldRights);
    }

    @Override
    public String id() {
        return "records";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Records", "th", "ระเบียน");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        List<Permission> all = new ArrayList<>(SavedViews.permissions());
        all.addAll(List.of(
                Permission.of(FieldRightResource.READ, "See rights to single fields", "ดูสิทธิ์ของแต่ละช่องข้อมูล"),
                Permission.of(FieldRightResource.CHANGE, "Change rights to single fields", "แก้ไขสิทธิ์ของแต่ละช่องข้อมูล")));
        return List.copyOf(all);
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(views.desk());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
