package org.colonnade.platform.privacy.internal.rest;

import java.net.URI;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.privacy.internal.PrivacyPermissions;
import org.colonnade.platform.privacy.internal.Restriction;
import org.colonnade.platform.privacy.internal.person.RestrictionDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Persons whose data is kept but not used. */
@Component(service = RestrictionFiles.class)
@Path("/privacy/restrictions")
@Produces(MediaType.APPLICATION_JSON)
public final class RestrictionFiles {

    private static final int LONGEST_REASON = 500;

    private final RestrictionDesk desk;

    @Activate
    public RestrictionFiles(@Reference RestrictionDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(value = "The persons whose data must not be used, by reference", of = Restriction.class)
    public Page<Restriction> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return desk.list(PageRequest.of(limit, after));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = PrivacyPermissions.RESTRICT, scope = Scope.GLOBAL)
    @Operation(
            value = "Restricts the use of a person's data; one that is restricted already stays as it is",
            example =
                    """
                    {"person": "crm:party:0J5XK3T9ZQ1AB", "reason": "The person contests the data"}""",
            status = 201,
            answers = Restriction.class,
            problems = "platform.privacy.invalid")
    public Response restrict(Wish wish, @Context Actor actor) {
        Given.person(wish.person())
                .required("reason", wish.reason(), LONGEST_REASON)
                .orReject("platform.privacy.invalid");
        Restriction made = desk.restrict(actor, wish.person(), wish.reason());
        URI place = URI.create("privacy/restrictions/" + made.person());
        return Given.withVersion(Response.created(place), made, made.version());
    }

    @GET
    @Path("{person}")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(
            value = "One restriction, by the person's reference",
            answers = Restriction.class,
            problems = "platform.restriction.not-found")
    public Response get(@PathParam("person") String person) {
        Restriction found = desk.get(person);
        return Given.withVersion(Response.ok(), found, found.version());
    }

    @DELETE
    @Path("{person}")
    @Requires(value = PrivacyPermissions.RESTRICT, scope = Scope.GLOBAL)
    @Operation(value = "The person's data may be used again", status = 204, problems = "platform.restriction.not-found")
    public void lift(@PathParam("person") String person, @HeaderParam("If-Match") String ifMatch) {
        desk.lift(person, version -> Versions.match(ifMatch, version));
    }

    /**
     * Whose data must not be used.
     *
     * @param person a record that stands for the person
     * @param reason why
     */
    public record Wish(Ref person, String reason) {}
}
