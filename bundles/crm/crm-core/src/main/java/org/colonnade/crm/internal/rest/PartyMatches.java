package org.colonnade.crm.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.MatchDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.Suspect;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks before a party is added whether it is there already. */
@Component(service = PartyMatches.class)
@Path("/parties/match")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PartyMatches {

    private final MatchDesk desk;

    @Activate
    public PartyMatches(@Reference MatchDesk desk) {
        this.desk = desk;
    }

    @POST
    @Requires(PartyDirectory.READ)
    @Operation(
            value =
                    "The parties that may be the one described, the likeliest first, and what speaks for each; stores nothing",
            example =
                    """
                    {"kind": "PERSON", "name": {"given": "Malee", "family": "Srisuk"}, "birthday": "1980-03-22",
                     "contactPoints": [{"type": "PHONE", "value": "081 234 5678"}]}""",
            of = Suspect.class,
            problems = "crm.party.invalid")
    public List<Suspect> match(PartyDraft draft, @Context Actor actor) {
        return desk.match(actor, draft);
    }
}
