package org.colonnade.platform.rest.internal.platform;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The platform as a module among the others: its events, functions and audit. */
@Component
public final class PlatformModule implements Module {

    private final List<Object> resources;

    @Activate
    public PlatformModule(
            @Reference InfoResource info,
            @Reference EventResource events,
            @Reference EventStreamResource stream,
            @Reference ReactionResource reactions,
            @Reference DeadLetterResource deadLetters,
            @Reference FunctionResource functions,
            @Reference AuditResource audit,
            @Reference CompanyResource companies) {
        this.resources = List.of(info, events, stream, reactions, deadLetters, functions, audit, companies);
    }

    @Override
    public String id() {
        return "platform";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Platform", "th", "แพลตฟอร์ม");
    }

    @Override
    public List<Permission> permissions() {
        return PlatformPermissions.ALL;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
