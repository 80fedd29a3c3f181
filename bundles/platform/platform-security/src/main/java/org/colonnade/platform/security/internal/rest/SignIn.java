package org.colonnade.platform.security.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.security.internal.SignInDesk;
import org.colonnade.platform.security.internal.SignedIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way in. */
@Component(service = SignIn.class)
@Path("/sign-in")
@Produces(MediaType.APPLICATION_JSON)
public final class SignIn {

    private final SignInDesk desk;

    @Activate
    public SignIn(@Reference SignInDesk desk) {
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.EVERYBODY)
    @Operation(
            value = "Signs in and answers a bearer token",
            example = """
                    {"name": "admin", "password": "four quiet elephants"}""",
            answers = SignedIn.class,
            problems = {
                "platform.sign-in.refused",
                "platform.sign-in.too-many",
                "platform.sign-in.busy",
                "platform.second-factor.required",
                "platform.vault.key"
            })
    public Response signIn(Credentials credentials, @Context HttpServletRequest request) {
        Credentials given = credentials;
        return Given.secret(
                Response.ok(), desk.signIn(given.name, given.password, given.code, request.getRemoteAddr()));
    }

    /**
     * Who wants in.
     *
     * @param name the sign-in name, capital or small letters
     * @param password the password
     * @param code of the second factor, or a recovery code; left out without one
     */
    public record Credentials(String name, String password, String code) {}
}
