package org.colonnade.platform.security.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Keeps;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.security.internal.NewSecondFactor;
import org.colonnade.platform.security.internal.RecoveryCodes;
import org.colonnade.platform.security.internal.SecondFactorDesk;
import org.colonnade.platform.security.internal.SecondFactorView;
import org.colonnade.platform.security.internal.SignInDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** My second factor: an app that shows a new code every half minute. */
@Component(service = MySecondFactor.class)
@Path("/me/second-factor")
@Produces(MediaType.APPLICATION_JSON)
public final class MySecondFactor {

    private final SignInDesk signIns;
    private final SecondFactorDesk factors;

    @Activate
    public MySecondFactor(@Reference SignInDesk signIns, @Reference SecondFactorDesk factors) {
        this.signIns = signIns;
        this.factors = factors;
    }

    @GET
    @Open(Open.To.SIGNED_IN)
    @Operation(value = "How my second factor stands", problems = "platform.substitute.own-account")
    public SecondFactorView mine(@Context Actor actor) {
        return factors.mine(actor);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Begins with a second factor; it counts once a first code is shown",
            example = """
                    {"password": "four quiet elephants"}""",
            status = 201,
            answers = NewSecondFactor.class,
            keeps = Keeps.FACT,
            problems = {
                "platform.sign-in.refused",
                "platform.sign-in.too-many",
                "platform.token.sign-in-needed",
                "platform.second-factor.present",
                "platform.vault.key",
                "platform.substitute.own-account"
            })
    public Response begin(
            PasswordAgain again,
            @Context Actor actor,
            @Context HttpHeaders headers,
            @Context HttpServletRequest request) {
        NewSecondFactor begun =
                signIns.beginFactor(actor, Given.token(headers), again.password, request.getRemoteAddr());
        return Given.secret(Response.status(Response.Status.CREATED), begun);
    }

    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Confirms my second factor with a first code; answers recovery codes, and all other sign-ins end",
            example = """
                    {"code": "123456"}""",
            answers = RecoveryCodes.class,
            keeps = Keeps.FACT,
            problems = {
                "platform.second-factor.refused",
                "platform.second-factor.not-found",
                "platform.vault.key",
                "platform.sign-in.too-many",
                "platform.token.sign-in-needed",
                "platform.substitute.own-account"
            })
    public Response confirm(
            Code code, @Context Actor actor, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        return Given.secret(
                Response.ok(), signIns.confirmFactor(actor, Given.token(headers), code.code, request.getRemoteAddr()));
    }

    @POST
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "New recovery codes in place of those that are left",
            example = """
                    {"code": "123456"}""",
            answers = RecoveryCodes.class,
            keeps = Keeps.FACT,
            problems = {
                "platform.second-factor.refused",
                "platform.vault.key",
                "platform.sign-in.too-many",
                "platform.token.sign-in-needed",
                "platform.substitute.own-account"
            })
    public Response renew(
            Code code, @Context Actor actor, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        return Given.secret(
                Response.ok(), signIns.renewCodes(actor, Given.token(headers), code.code, request.getRemoteAddr()));
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Takes my second factor away",
            example = """
                    {"code": "123456"}""",
            status = 204,
            problems = {
                "platform.second-factor.refused",
                "platform.second-factor.short-password",
                "platform.vault.key",
                "platform.sign-in.too-many",
                "platform.token.sign-in-needed",
                "platform.substitute.own-account"
            })
    public void remove(
            Code code, @Context Actor actor, @Context HttpHeaders headers, @Context HttpServletRequest request) {
        signIns.removeFactor(actor, Given.token(headers), code.code, request.getRemoteAddr());
    }

    /**
     * The password once more.
     *
     * @param password as it is
     */
    public record PasswordAgain(String password) {}

    /**
     * What the app shows.
     *
     * @param code six digits, or a recovery code
     */
    public record Code(String code) {}
}
