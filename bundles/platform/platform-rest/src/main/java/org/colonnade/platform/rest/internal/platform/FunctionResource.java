package org.colonnade.platform.rest.internal.platform;

import java.time.Duration;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.rest.internal.endpoint.Endpoint;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What can be installed here, and installing it. */
@Component(service = FunctionResource.class)
@Path("/functions")
@Produces("application/json")
public final class FunctionResource {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Functions functions;

    @GET
    @Requires(value = PlatformPermissions.FUNCTIONS_READ, scope = Scope.GLOBAL)
    @Operation("Lists every function on offer with its state.")
    public List<FunctionStatus> list() {
        return catalogue().all();
    }

    @GET
    @Path("/{id}")
    @Requires(value = PlatformPermissions.FUNCTIONS_READ, scope = Scope.GLOBAL)
    @Operation(value = "Shows one function.", problems = "platform.function.not-found")
    public FunctionStatus get(@PathParam("id") String id) {
        return catalogue().get(id);
    }

    @POST
    @Path("/{id}/install")
    @Requires(value = PlatformPermissions.FUNCTIONS_CHANGE, scope = Scope.GLOBAL)
    @Operation(
            value = "Installs the newest version on offer and waits until it answers.",
            problems = {"platform.function.not-found", "platform.function.failed"})
    public FunctionStatus install(@PathParam("id") String id) {
        return Endpoint.aside(() -> catalogue().install(id));
    }

    @POST
    @Path("/{id}/update")
    @Requires(value = PlatformPermissions.FUNCTIONS_CHANGE, scope = Scope.GLOBAL)
    @Operation(
            value = "Replaces the installed version by the newest on offer.",
            problems = {"platform.function.not-found", "platform.function.failed"})
    public FunctionStatus update(@PathParam("id") String id) {
        return Endpoint.aside(() -> catalogue().update(id));
    }

    @POST
    @Path("/{id}/remove")
    @Requires(value = PlatformPermissions.FUNCTIONS_CHANGE, scope = Scope.GLOBAL)
    @Operation(
            value = "Stops and removes a function; its data stays.",
            problems = {"platform.function.not-found", "platform.function.failed"})
    public FunctionStatus remove(@PathParam("id") String id) {
        return Endpoint.aside(() -> catalogue().remove(id));
    }

    private Functions catalogue() {
        Functions present = functions;
        if (present == null) {
            throw new Unavailable(
                    "platform.functions.away",
                    "The catalogue of functions is not there at the moment; ask again shortly.",
                    Duration.ofSeconds(5));
        }
        return present;
    }
}
