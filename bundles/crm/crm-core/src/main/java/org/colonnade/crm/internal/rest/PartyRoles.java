package org.colonnade.crm.internal.rest;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.crm.internal.domain.Days;
import org.colonnade.crm.internal.role.RoleRecords;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a party is to the company; the upkeep of roles is the record kit's. */
@Component(service = PartyRoles.class)
@Path("/parties/{id}/roles")
@Produces(MediaType.APPLICATION_JSON)
public class PartyRoles {

    private final RoleRecords roles;

    @Activate
    public PartyRoles(@Reference RoleRecords roles) {
        this.roles = roles;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "The roles of a party, all or those of one day, the latest first",
            of = PartyRole.class,
            problems = {"crm.party.not-found", "crm.query.invalid"})
    public Page<Map<String, Object>> list(
            @PathParam("id") String id,
            @QueryParam("activeOn") String activeOn,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        Page<Kept<PartyRole>> page = roles.of(actor, id, day(activeOn), PageRequest.of(limit, after));
        return new Page<>(roles.desk().shown(actor, page.items()), page.next());
    }

    private static LocalDate day(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!Days.outside(day)) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // refused below
        }
        throw new Rejected("crm.query.invalid", "A parameter of the query is not right.")
                .field("activeOn", "is a day, such as 2026-11-24");
    }
}
