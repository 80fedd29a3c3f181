package org.colonnade.platform.security.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.security.Accounts.UserDraft;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.security.internal.SecurityModule;
import org.colonnade.platform.security.internal.TokenDesk;
import org.colonnade.platform.security.internal.TokenView;
import org.colonnade.platform.security.internal.UserChange;
import org.colonnade.platform.security.internal.UserDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users, for those who look after them. */
@Component(service = UserFiles.class)
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public final class UserFiles {

    private final UserDesk desk;
    private final TokenDesk tokens;

    @Activate
    public UserFiles(@Reference UserDesk desk, @Reference TokenDesk tokens) {
        this.desk = desk;
        this.tokens = tokens;
    }

    @GET
    @Requires(value = SecurityModule.READ_USERS, scope = Scope.GLOBAL)
    @Operation(value = "All users by name", of = User.class)
    public Page<User> page(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return desk.page(PageRequest.of(limit, after));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Adds a user",
            example =
                    """
                    {"name": "malee.s", "displayName": "Malee Srisuk", "password": "nine grey herons wade", "roles": []}""",
            status = 201,
            answers = User.class,
            problems = {
                "platform.user.invalid",
                "platform.user.taken",
                "platform.password.refused",
                "platform.role.not-found",
                "platform.grant.beyond"
            })
    public Response add(UserDraft draft, @Context Actor actor) {
        return Given.created(desk.add(actor, draft));
    }

    @GET
    @Path("{name}")
    @Requires(value = SecurityModule.READ_USERS, scope = Scope.GLOBAL)
    @Operation(value = "One user", answers = User.class, problems = "platform.user.not-found")
    public Response get(@PathParam("name") String name) {
        return Given.ok(desk.get(name));
    }

    @PATCH
    @Path("{name}")
    @Consumes("application/merge-patch+json")
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Changes what a user is called, its roles, or whether it may sign in",
            example = """
                    {"displayName": "Malee Srisuk-Jones"}""",
            answers = User.class,
            patches = UserChange.class,
            problems = {
                "platform.user.not-found",
                "platform.user.invalid",
                "platform.role.not-found",
                "platform.user.last-administrator",
                "platform.grant.beyond"
            })
    public Response change(
            @PathParam("name") String name,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        return Given.ok(desk.change(actor, name, version -> Versions.match(ifMatch, version), given::applyTo));
    }

    @POST
    @Path("{name}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Sets a user's password; all its tokens end",
            example = """
                    {"password": "eleven grey herons wade"}""",
            status = 204,
            problems = {"platform.user.not-found", "platform.password.refused", "platform.grant.beyond"})
    public void password(@PathParam("name") String name, NewPassword next, @Context Actor actor) {
        desk.password(actor, name, next.password);
    }

    @DELETE
    @Path("{name}")
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Locks a user out and ends its tokens; what it did keeps its name",
            status = 204,
            problems = {"platform.user.not-found", "platform.user.last-administrator", "platform.grant.beyond"})
    public void lockOut(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        desk.enable(actor, name, version -> Versions.match(ifMatch, version), false);
    }

    @GET
    @Path("{name}/tokens")
    @Requires(value = SecurityModule.READ_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "A user's tokens, newest first, without their secrets",
            of = TokenView.class,
            problems = "platform.user.not-found")
    public List<TokenView> tokens(@PathParam("name") String name) {
        return tokens.of(name);
    }

    @DELETE
    @Path("{name}/tokens")
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Ends all tokens of a user at once",
            status = 204,
            problems = {"platform.user.not-found", "platform.grant.beyond"})
    public void endTokens(@PathParam("name") String name, @Context Actor actor) {
        tokens.endAll(actor, name);
    }

    @DELETE
    @Path("{name}/tokens/{id}")
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Ends a user's token at once",
            status = 204,
            problems = {"platform.user.not-found", "platform.token.not-found", "platform.grant.beyond"})
    public void endToken(@PathParam("name") String name, @PathParam("id") String id, @Context Actor actor) {
        tokens.end(actor, name, id);
    }

    /**
     * A password that somebody else sets.
     *
     * @param password at least 15 characters
     */
    public record NewPassword(String password) {}
}
