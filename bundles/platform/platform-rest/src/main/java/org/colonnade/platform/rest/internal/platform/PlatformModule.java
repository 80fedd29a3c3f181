package org.colonnade.platform.rest.internal.platform;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

<<<<<<< HEAD
/** The platform as a module among the others: its events, functions, invariants and audit. */
=======
/** The platform as a module among the others: its events and functions. */
>>>>>>> 14a04cd7a1454cadbfa90097f916c95fdf5cd971
@Component
public final class PlatformModule implements Module {

    private final List<Object> resources;

    @Activate
    public PlatformModule(
            @Reference InfoResource info,
            @Reference EventResource events,
            @Reference ReactionResource reactions,
            @Reference DeadLetterResource deadLetters,
<<<<<<< HEAD
            @Reference FunctionResource functions,
            @Reference InvariantResource invariants,
            @Reference AuditResource audit) {
        this.resources = List.of(info, events, reactions, deadLetters, functions, invariants, audit);
=======
            @Reference FunctionResource functions) {
        this.resources = List.of(info, events, reactions, deadLetters, functions);
>>>>>>> 14a04cd7a1454cadbfa90097f916c95fdf5cd971
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
