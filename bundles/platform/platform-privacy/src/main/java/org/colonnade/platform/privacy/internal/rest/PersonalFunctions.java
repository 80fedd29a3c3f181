package org.colonnade.platform.privacy.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.privacy.internal.KnownFunction;
import org.colonnade.platform.privacy.internal.PrivacyPermissions;
import org.colonnade.platform.privacy.internal.person.FunctionDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which functions keep personal data, here now or parked. */
@Component(service = PersonalFunctions.class)
@Path("/privacy/functions")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonalFunctions {

    private final FunctionDesk desk;

    @Activate
    public PersonalFunctions(@Reference FunctionDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(
            value = "The functions that ever kept personal data or wanted something kept, by name",
            of = KnownFunction.class)
    public List<KnownFunction> all() {
        return desk.all();
    }

    @POST
    @Path("{module}/dismiss")
    @Requires(value = PrivacyPermissions.ERASE, scope = Scope.GLOBAL)
    @Operation(
            value = "Says that a removed function's data is gone for good, so that nobody waits for its answer",
            status = 204,
            problems = {"platform.privacy-function.not-found", "platform.privacy-function.present"})
    public void dismiss(@PathParam("module") String module, @Context Actor actor) {
        desk.dismiss(actor, module);
    }
}
