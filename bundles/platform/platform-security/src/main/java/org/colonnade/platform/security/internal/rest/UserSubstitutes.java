package org.colonnade.platform.security.internal.rest;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.security.internal.SecurityModule;
import org.colonnade.platform.security.internal.SubstituteDesk;
import org.colonnade.platform.security.internal.SubstituteView;
import org.colonnade.platform.security.internal.SubstituteWish;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who stands in for a user, said by an administrator. */
@Component(service = UserSubstitutes.class)
@Path("/users/{name}/substitutes")
@Produces(MediaType.APPLICATION_JSON)
public final class UserSubstitutes {

    private final SubstituteDesk desk;

    @Activate
    public UserSubstitutes(@Reference SubstituteDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(value = SecurityModule.READ_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Who stands in for a user, and for whom the user does, now or later",
            of = SubstituteView.class,
            problems = "platform.user.not-found")
    public List<SubstituteView> of(@PathParam("name") String name) {
        return desk.of(name);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Lets somebody act for a user for a while, with 'Colonnade-For' on their requests",
            example =
                    """
                    {"substitute": "malee.s", "from": "2026-12-24", "until": "2026-12-31", "zone": "Asia/Bangkok"}""",
            status = 201,
            answers = SubstituteView.class,
            problems = {
                "platform.user.not-found",
                "platform.substitute.invalid",
                "platform.substitute.self",
                "platform.substitute.overlaps",
                "platform.substitute.circular",
                "platform.substitute.too-many",
                "platform.permission.unknown",
                "platform.grant.beyond"
            })
    public Response add(@PathParam("name") String name, SubstituteWish wish, @Context Actor actor) {
        SubstituteView made = desk.add(actor, name, wish);
        return Response.created(URI.create("users/" + made.principal() + "/substitutes/" + made.id()))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("{id}")
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Ends at once that somebody stands in for a user, or the user for somebody",
            status = 204,
            problems = {"platform.user.not-found", "platform.substitute.not-found", "platform.grant.beyond"})
    public void end(@PathParam("name") String name, @PathParam("id") String id, @Context Actor actor) {
        desk.end(actor, name, id);
    }
}
