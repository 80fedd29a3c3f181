package org.colonnade.platform.events.kafka.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.events.kafka.internal.rest.KafkaResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents the publishing of events to the platform, below {@code /api/platform}. */
@Component(service = Module.class)
public final class KafkaModule implements Module {

    private final List<Object> resources;

    @Activate
    public KafkaModule(@Reference KafkaResource resource) {
        this.resources = List.of(resource);
    }

    @Override
    public String id() {
        return "events-kafka";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Events to Kafka", "th", "เหตุการณ์ไปยัง Kafka");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return Publishing.permissions();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
