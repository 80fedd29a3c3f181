package org.colonnade.platform.security.internal.rest;

import java.net.URI;
import java.util.List;
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
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.security.internal.SubstituteDesk;
import org.colonnade.platform.security.internal.SubstituteView;
import org.colonnade.platform.security.internal.SubstituteWish;
import org.colonnade.platform.security.internal.TokenDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who stands in for me, and for whom I do. */
@Component(service = MySubstitutes.class)
@Path("/me/substitutes")
@Produces(MediaType.APPLICATION_JSON)
public final class MySubstitutes {

    private final SubstituteDesk desk;
    private final TokenDesk tokens;

    @Activate
    public MySubstitutes(@Reference SubstituteDesk desk, @Reference TokenDesk tokens) {
        this.desk = desk;
        this.tokens = tokens;
    }

    @GET
    @Open(Open.To.SIGNED_IN)
    @Operation(value = "Who stands in for me, and for whom I do, now or later", of = SubstituteView.class)
    public List<SubstituteView> mine(@Context Actor actor) {
        return desk.mine(actor);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Lets somebody act for me for a while, with 'Colonnade-For' on their requests",
            example =
                    """
                    {"substitute": "malee.s", "from": "2026-12-24", "until": "2026-12-31", "zone": "Asia/Bangkok"}""",
            status = 201,
            answers = SubstituteView.class,
            problems = {
                "platform.substitute.invalid",
                "platform.substitute.self",
                "platform.substitute.overlaps",
                "platform.substitute.circular",
                "platform.substitute.too-many",
                "platform.substitute.own-account",
                "platform.permission.unknown",
                "platform.token.sign-in-needed"
            })
    public Response add(SubstituteWish wish, @Context Actor actor, @Context HttpHeaders headers) {
        SubstituteWish given = wish;
        tokens.requireSignIn(Given.token(headers));
        SubstituteView made = desk.add(actor, given);
        return Response.created(URI.create("me/substitutes/" + made.id()))
                .entity(made)
                .build();
    }

    @DELETE
    @Path("{id}")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Ends at once that somebody stands in for me, or I for somebody",
            status = 204,
            problems = {"platform.substitute.not-found", "platform.substitute.own-account"})
    public void end(@PathParam("id") String id, @Context Actor actor) {
        desk.end(actor, id);
    }
}
