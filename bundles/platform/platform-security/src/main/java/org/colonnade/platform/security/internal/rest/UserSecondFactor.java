package org.colonnade.platform.security.internal.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.security.internal.SecondFactorDesk;
import org.colonnade.platform.security.internal.SecondFactorView;
import org.colonnade.platform.security.internal.SecurityModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody else's second factor, for who has lost it. */
@Component(service = UserSecondFactor.class)
@Path("/users/{name}/second-factor")
@Produces(MediaType.APPLICATION_JSON)
public final class UserSecondFactor {

    private final SecondFactorDesk desk;

    @Activate
    public UserSecondFactor(@Reference SecondFactorDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(value = SecurityModule.READ_USERS, scope = Scope.GLOBAL)
    @Operation(value = "How a user's second factor stands", problems = "platform.user.not-found")
    public SecondFactorView of(@PathParam("name") String name) {
        return desk.of(name);
    }

    @DELETE
    @Requires(value = SecurityModule.CHANGE_USERS, scope = Scope.GLOBAL)
    @Operation(
            value = "Takes a user's second factor away, for who has lost it; all its tokens end",
            status = 204,
            problems = {
                "platform.user.not-found",
                "platform.second-factor.not-found",
                "platform.second-factor.short-password",
                "platform.grant.beyond"
            })
    public void reset(@PathParam("name") String name, @Context Actor actor) {
        desk.reset(actor, name);
    }
}
