package org.colonnade.platform.mail.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents mail to the platform; it has nothing over HTTP. */
@Component
public final class MailModule implements Module {

    /** @param room has to be there before mail answers */
    @Activate
    public MailModule(@Reference MailRoom room) {}

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Mail", "th", "อีเมล");
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
