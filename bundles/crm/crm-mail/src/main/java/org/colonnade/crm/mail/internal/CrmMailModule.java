package org.colonnade.crm.mail.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.osgi.service.component.annotations.Component;

/** Presents crm's mail to the platform; it has nothing over HTTP. */
@Component
public final class CrmMailModule implements Module {

    @Override
    public String id() {
        return "crm-mail";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Mail of contacts", "th", "อีเมลของผู้ติดต่อ");
    }

    @Override
    public List<Permission> permissions() {
        return List.of();
    }

    @Override
    public List<Object> resources() {
        return List.of();
    }
}
