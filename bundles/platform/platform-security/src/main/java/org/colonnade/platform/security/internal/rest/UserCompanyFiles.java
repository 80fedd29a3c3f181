package org.colonnade.platform.security.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.security.internal.CompanyDesk;
import org.colonnade.platform.security.internal.SecurityModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In which companies a user works. */
@Component(service = UserCompanyFiles.class)
@Path("/users/{name}/companies")
@Produces(MediaType.APPLICATION_JSON)
public final class UserCompanyFiles {

    private final CompanyDesk desk;

    @Activate
    public UserCompanyFiles(@Reference CompanyDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(value = SecurityModule.READ_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "The companies in which a user works, its own first",
            answers = Membership.class,
            problems = "platform.user.not-found")
    public Membership get(@PathParam("name") String name) {
        return new Membership(desk.of(name));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Lets a user work in exactly these companies; the first is where requests work that name none",
            example = """
                    {"companies": ["main"]}""",
            answers = Membership.class,
            problems = {
                "platform.user.not-found",
                "platform.user.invalid",
                "platform.company.not-found",
                "platform.grant.beyond"
            })
    public Membership put(@PathParam("name") String name, Membership given, @Context Actor actor) {
        return new Membership(desk.put(actor, name, given.companies()));
    }

    /**
     * Where a user works.
     *
     * @param companies the codes of companies, the user's own first; 1 to 50
     */
    public record Membership(List<String> companies) {}
}
