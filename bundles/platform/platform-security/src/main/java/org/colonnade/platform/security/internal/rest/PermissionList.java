package org.colonnade.platform.security.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.security.internal.PermissionCatalogue;
import org.colonnade.platform.security.internal.SecurityModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What roles are made of. */
@Component(service = PermissionList.class)
@Path("/permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionList {

    private final PermissionCatalogue catalogue;

    @Activate
    public PermissionList(@Reference PermissionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Requires(value = SecurityModule.READ_ROLES, scope = Scope.GLOBAL)
    @Operation(value = "Every permission of everything that is installed now, by name", of = Permission.class)
    public List<Permission> permissions() {
        return catalogue.all();
    }
}
