package org.colonnade.platform.webhooks.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.webhooks.internal.rest.Deliveries;
import org.colonnade.platform.webhooks.internal.rest.SubscriberActions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents webhooks to the platform, below {@code /api/platform}. */
@Component(service = Module.class)
public final class WebhooksModule implements Module {

    private final Webhooks webhooks;
    private final List<Object> resources;

    @Activate
    public WebhooksModule(
            @Reference Webhooks webhooks, @Reference SubscriberActions actions, @Reference Deliveries deliveries) {
        this.webhooks = webhooks;
        this.resources = List.of(actions, deliveries);
    }

    @Override
    public String id() {
        return "webhooks";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Webhooks", "th", "เว็บฮุก");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return Webhooks.permissions();
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(webhooks.desk());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
