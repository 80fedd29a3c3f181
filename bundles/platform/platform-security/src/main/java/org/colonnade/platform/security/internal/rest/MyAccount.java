package org.colonnade.platform.security.internal.rest;

import java.net.URI;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Keeps;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.security.internal.Me;
import org.colonnade.platform.security.internal.NewToken;
import org.colonnade.platform.security.internal.SelfService;
import org.colonnade.platform.security.internal.SignInDesk;
import org.colonnade.platform.security.internal.TokenDesk;
import org.colonnade.platform.security.internal.TokenView;
import org.colonnade.platform.security.internal.TokenWish;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What everybody may do with their own account. */
@Component(service = MyAccount.class)
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MyAccount {

    private final SelfService self;
    private final SignInDesk signIns;
    private final TokenDesk tokens;

    @Activate
    public MyAccount(@Reference SelfService self, @Reference SignInDesk signIns, @Reference TokenDesk tokens) {
        this.self = self;
        this.signIns = signIns;
        this.tokens = tokens;
    }

    @GET
    @Open(Open.To.SIGNED_IN)
    @Operation("Who I am and what I may do")
    public Me me(@Context Actor actor) {
        return self.me(actor);
    }

    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Sets my password; all my other tokens end",
            example = """
                    {"present": "four quiet elephants", "next": "seven loud elephants"}""",
            status = 204,
            problems = {
                "platform.sign-in.refused",
                "platform.sign-in.too-many",
                "platform.password.refused",
                "platform.token.sign-in-needed",
                "platform.substitute.own-account"
            })
    public void password(
            PasswordChange change,
            @Context Actor actor,
            @Context HttpHeaders headers,
            @Context HttpServletRequest request) {
        PasswordChange given = change;
        signIns.changeOwn(actor, Given.token(headers), given.present, given.next, request.getRemoteAddr());
    }

    @GET
    @Path("tokens")
    @Open(Open.To.SIGNED_IN)
    @Operation(value = "My tokens, newest first, without their secrets", of = TokenView.class)
    public List<TokenView> tokens(@Context Actor actor) {
        return tokens.mine(actor);
    }

    @POST
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Makes an API token, shown only in this answer",
            example = """
                    {"name": "nightly import", "days": 90}""",
            status = 201,
            answers = NewToken.class,
            keeps = Keeps.FACT,
            problems = {
                "platform.token.invalid",
                "platform.token.sign-in-needed",
                "platform.token.too-many",
                "platform.substitute.own-account"
            })
    public Response token(TokenWish wish, @Context Actor actor, @Context HttpHeaders headers) {
        NewToken made = tokens.add(actor, Given.token(headers), wish);
        return Given.secret(Response.created(URI.create("me/tokens/" + made.id())), made);
    }

    @DELETE
    @Path("tokens")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Ends all my tokens at once, but not the one of this request",
            status = 204,
            problems = "platform.substitute.own-account")
    public void endTokens(@Context Actor actor, @Context HttpHeaders headers) {
        tokens.endOthers(actor, Given.token(headers));
    }

    @DELETE
    @Path("tokens/{id}")
    @Open(Open.To.SIGNED_IN)
    @Operation(value = "Ends one of my tokens at once", status = 204, problems = "platform.token.not-found")
    public void endToken(@PathParam("id") String id, @Context Actor actor) {
        tokens.endMine(actor, id);
    }

    /**
     * A new password for oneself.
     *
     * @param present the password as it is
     * @param next at least 15 characters
     */
    public record PasswordChange(String present, String next) {}
}
