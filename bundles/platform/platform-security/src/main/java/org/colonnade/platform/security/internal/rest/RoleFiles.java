package org.colonnade.platform.security.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.security.internal.RoleDesk;
import org.colonnade.platform.security.internal.SecurityModule;
import org.colonnade.platform.security.internal.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Roles, for those who decide who may do what. */
@Component(service = RoleFiles.class)
@Path("/roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RoleFiles {

    private final RoleDesk desk;

    @Activate
    public RoleFiles(@Reference RoleDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(value = SecurityModule.READ_ROLES, scope = Scope.GLOBAL)
    @Operation(value = "All roles by name", of = Role.class)
    public List<Role> roles() {
        return desk.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = SecurityModule.CHANGE_ROLES, scope = Scope.GLOBAL)
    @Operation(
            value = "Makes a role",
            example =
                    """
                    {"name": "user-desk", "permissions": ["platform.users.read", "platform.users.change"]}""",
            status = 201,
            answers = Role.class,
            problems = {
                "platform.role.invalid",
                "platform.role.taken",
                "platform.permission.unknown",
                "platform.permission.not-scoped",
                "platform.grant.beyond"
            })
    public Response add(Role role, @Context Actor actor) {
        Versioned<Role> made = desk.add(actor, role);
        URI place = URI.create("roles/" + made.value().name());
        return Given.withVersion(Response.created(place), made.value(), made.version());
    }

    @GET
    @Path("{name}")
    @Requires(value = SecurityModule.READ_ROLES, scope = Scope.GLOBAL)
    @Operation(value = "One role", answers = Role.class, problems = "platform.role.not-found")
    public Response get(@PathParam("name") String name) {
        Versioned<Role> role = desk.get(name);
        return Given.withVersion(Response.ok(), role.value(), role.version());
    }

    @PATCH
    @Path("{name}")
    @Consumes("application/merge-patch+json")
    @Requires(value = SecurityModule.CHANGE_ROLES, scope = Scope.GLOBAL)
    @Operation(
            value = "Changes what a role allows",
            example = """
                    {"permissions": ["platform.users.read"]}""",
            answers = Role.class,
            patches = Allowed.class,
            problems = {
                "platform.role.not-found",
                "platform.role.invalid",
                "platform.permission.unknown",
                "platform.permission.not-scoped",
                "platform.grant.beyond"
            })
    public Response change(
            @PathParam("name") String name,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        Versioned<Role> role =
                desk.rewrite(actor, name, version -> Versions.match(ifMatch, version), present -> given.applyTo(
                                new Allowed(present.permissions(), present.scopes()))
                        .of(name));
        return Given.withVersion(Response.ok(), role.value(), role.version());
    }

    @DELETE
    @Path("{name}")
    @Requires(value = SecurityModule.CHANGE_ROLES, scope = Scope.GLOBAL)
    @Operation(
            value = "Removes a role that nobody has",
            status = 204,
            problems = {
                "platform.role.not-found",
                "platform.role.in-use",
                "platform.role.invalid",
                "platform.grant.beyond"
            })
    public void remove(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        desk.remove(actor, name, version -> Versions.match(ifMatch, version));
    }

    /**
     * What a role allows.
     *
     * @param permissions their names
     * @param scopes how far those reach that do not reach every record
     */
    public record Allowed(Set<String> permissions, Map<String, Reach> scopes) {

        private Role of(String name) {
            return new Role(name, permissions, scopes);
        }
    }
}
