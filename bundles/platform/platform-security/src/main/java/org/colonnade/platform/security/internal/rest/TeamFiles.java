package org.colonnade.platform.security.internal.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.security.Teams.Team;
import org.colonnade.platform.api.security.Teams.TeamDraft;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.security.internal.SecurityModule;
import org.colonnade.platform.security.internal.TeamChange;
import org.colonnade.platform.security.internal.TeamDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams, for those who decide who works with whom. */
@Component(service = TeamFiles.class)
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
public final class TeamFiles {

    private final TeamDesk desk;

    @Activate
    public TeamFiles(@Reference TeamDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(value = SecurityModule.READ_TEAMS, scope = Scope.GLOBAL)
    @Operation(value = "All teams by name, with their members", of = Team.class)
    public List<Team> teams() {
        return desk.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = SecurityModule.CHANGE_TEAMS, scope = Scope.GLOBAL)
    @Operation(
            value = "Makes a team",
            example = """
                    {"name": "inside sales", "displayName": "Inside sales, Bangkok"}""",
            status = 201,
            answers = Team.class,
            problems = {
                "platform.team.invalid",
                "platform.team.taken",
                "platform.team.not-found",
                "platform.grant.beyond"
            })
    public Response add(TeamDraft draft, @Context Actor actor) {
        Team made = desk.add(actor, draft);
        String name = URLEncoder.encode(made.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Given.withVersion(Response.created(URI.create("teams/" + name)), made, made.version());
    }

    @GET
    @Path("{name}")
    @Requires(value = SecurityModule.READ_TEAMS, scope = Scope.GLOBAL)
    @Operation(value = "One team", answers = Team.class, problems = "platform.team.not-found")
    public Response get(@PathParam("name") String name) {
        return ok(desk.get(name));
    }

    @PATCH
    @Path("{name}")
    @Consumes("application/merge-patch+json")
    @Requires(value = SecurityModule.CHANGE_TEAMS, scope = Scope.GLOBAL)
    @Operation(
            value = "Calls a team otherwise, or puts it below another one",
            example = """
                    {"displayName": "Inside sales, Chiang Mai"}""",
            answers = Team.class,
            patches = TeamChange.class,
            problems = {
                "platform.team.not-found",
                "platform.team.invalid",
                "platform.team.circle",
                "platform.grant.beyond"
            })
    public Response change(
            @PathParam("name") String name,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        return ok(desk.change(actor, name, version -> Versions.match(ifMatch, version), given::applyTo));
    }

    @DELETE
    @Path("{name}")
    @Requires(value = SecurityModule.CHANGE_TEAMS, scope = Scope.GLOBAL)
    @Operation(
            value = "Puts a team away; its members go on seeing what is the team's",
            status = 204,
            problems = {"platform.team.not-found", "platform.grant.beyond"})
    public void archive(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        desk.archive(actor, name, version -> Versions.match(ifMatch, version), true);
    }

    @POST
    @Path("{name}/restore")
    @Requires(value = SecurityModule.CHANGE_TEAMS, scope = Scope.GLOBAL)
    @Operation(
            value = "Brings a team back",
            answers = Team.class,
            problems = {"platform.team.not-found", "platform.grant.beyond"})
    public Response restore(@PathParam("name") String name, @Context Actor actor) {
        return ok(desk.archive(actor, name, version -> {}, false));
    }

    @POST
    @Path("{name}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = SecurityModule.CHANGE_TEAMS, scope = Scope.GLOBAL)
    @Operation(
            value = "Takes a user into a team, or says whether a member leads it",
            example = """
                    {"user": "admin", "lead": false}""",
            answers = Team.class,
            problems = {
                "platform.team.not-found",
                "platform.user.not-found",
                "platform.team.archived",
                "platform.team.led",
                "platform.team.too-many",
                "platform.grant.beyond"
            })
    public Response join(@PathParam("name") String name, NewMember member, @Context Actor actor) {
        NewMember given = member;
        return ok(desk.join(actor, name, given.user, Boolean.TRUE.equals(given.lead)));
    }

    @DELETE
    @Path("{name}/members/{user}")
    @Requires(value = SecurityModule.CHANGE_TEAMS, scope = Scope.GLOBAL)
    @Operation(
            value = "Takes a member out of a team; from then on it does not see what is the team's",
            status = 204,
            problems = {
                "platform.team.not-found",
                "platform.user.not-found",
                "platform.member.not-found",
                "platform.grant.beyond"
            })
    public void leave(@PathParam("name") String name, @PathParam("user") String user, @Context Actor actor) {
        desk.leave(actor, name, user);
    }

    private static Response ok(Team team) {
        return Given.withVersion(Response.ok(), team, team.version());
    }

    /**
     * Who comes into a team.
     *
     * @param user the sign-in name
     * @param lead whether it leads the team; false if missing
     */
    public record NewMember(String user, Boolean lead) {}
}
