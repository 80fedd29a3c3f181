package org.colonnade.platform.security.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.security.internal.Explanation;
import org.colonnade.platform.security.internal.PermissionCatalogue;
import org.colonnade.platform.security.internal.PermissionExplainer;
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
    private final PermissionExplainer explainer;

    @Activate
    public PermissionList(@Reference PermissionCatalogue catalogue, @Reference PermissionExplainer explainer) {
        this.catalogue = catalogue;
        this.explainer = explainer;
    }

    @GET
    @Requires(value = SecurityModule.READ_ROLES, scope = Scope.GLOBAL)
    @Operation(value = "Every permission of everything that is installed now, by name", of = Permission.class)
    public List<Permission> permissions() {
        return catalogue.all();
    }

    @GET
    @Path("explain")
    @Requires(value = SecurityModule.READ_ROLES, scope = Scope.GLOBAL)
    @Operation(
            value =
                    "Why a user (a sign-in name) may do something or may not: which roles allow it, and for which records",
            answers = Explanation.class,
            problems = {"platform.user.not-found", "platform.explain.invalid"})
    public Explanation explain(@QueryParam("user") String user, @QueryParam("permission") String permission) {
        return explainer.explain(user, permission);
    }
}
