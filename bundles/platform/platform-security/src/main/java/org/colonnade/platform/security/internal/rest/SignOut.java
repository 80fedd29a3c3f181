package org.colonnade.platform.security.internal.rest;

import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.security.internal.TokenDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way out. */
@Component(service = SignOut.class)
@Path("/sign-out")
public final class SignOut {

    private final TokenDesk tokens;

    @Activate
    public SignOut(@Reference TokenDesk tokens) {
        this.tokens = tokens;
    }

    @POST
    @Open(Open.To.SIGNED_IN)
    @Operation(value = "Ends the token of this request", status = 204)
    public void signOut(@Context HttpHeaders headers) {
        tokens.signOut(Given.token(headers));
    }
}
