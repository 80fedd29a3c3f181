package org.colonnade.crm.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.internal.access.Look;
import org.colonnade.crm.internal.access.ReadLog;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has looked at a party. */
@Component(service = PartyReaders.class)
@Path("/parties/{id}/access-log")
@Produces(MediaType.APPLICATION_JSON)
public class PartyReaders {

    private final ReadLog looks;
    private final Parties parties;

    @Activate
    public PartyReaders(@Reference ReadLog looks, @Reference Parties parties) {
        this.looks = looks;
        this.parties = parties;
    }

    @GET
    @Requires(ReadLog.READ)
    @Operation(
            value = "Who has looked at the party, newest first; nothing where accessLogDays is 0",
            of = Look.class,
            problems = "crm.party.not-found")
    public Page<Look> list(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        if (!parties.desk().seesAll(actor)) {
            parties.desk().read(actor, id);
        }
        return looks.of(actor, id, PageRequest.of(limit, after));
    }
}
