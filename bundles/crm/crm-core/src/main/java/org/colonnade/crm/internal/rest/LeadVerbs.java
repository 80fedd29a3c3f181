package org.colonnade.crm.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.lead.Conversion;
import org.colonnade.crm.api.lead.ConversionWish;
import org.colonnade.crm.api.lead.Disqualification;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDesk;
import org.colonnade.crm.internal.lead.LeadRecords;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way of a lead; its upkeep is the record kit's. A verb compares {@code If-Match} where it is given. */
@Component(service = LeadVerbs.class)
@Path("/leads")
@Produces(MediaType.APPLICATION_JSON)
public class LeadVerbs {

    private final LeadDesk desk;
    private final LeadRecords records;

    @Activate
    public LeadVerbs(@Reference LeadDesk desk, @Reference LeadRecords records) {
        this.desk = desk;
        this.records = records;
    }

    @POST
    @Path("{id}/contact")
    @Requires(LeadDesk.CHANGE)
    @Operation(
            value = "Somebody has spoken to a new lead; from now on it is not given to anybody else by a time-out",
            answers = Lead.class,
            problems = {"crm.lead.not-found", "crm.lead.state", "crm.lead.archived"})
    public Response contact(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        return answer(actor, desk.contact(actor, id, Given.expected(ifMatch)));
    }

    @POST
    @Path("{id}/qualify")
    @Requires(LeadDesk.CHANGE)
    @Operation(
            value = "A contacted lead is worth the work of a sale",
            answers = Lead.class,
            problems = {"crm.lead.not-found", "crm.lead.state", "crm.lead.archived"})
    public Response qualify(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        return answer(actor, desk.qualify(actor, id, Given.expected(ifMatch)));
    }

    @POST
    @Path("{id}/disqualify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(LeadDesk.CHANGE)
    @Operation(
            value = "An open lead leads nowhere, for a reason that is kept",
            example = """
                    {"reason": "No budget this year"}""",
            answers = Lead.class,
            problems = {"crm.lead.not-found", "crm.lead.invalid", "crm.lead.state", "crm.lead.archived"})
    public Response disqualify(
            @PathParam("id") String id,
            Disqualification why,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        return answer(actor, desk.disqualify(actor, id, Given.expected(ifMatch), why));
    }

    @POST
    @Path("{id}/reopen")
    @Requires(LeadDesk.CHANGE)
    @Operation(
            value = "A disqualified lead leads somewhere after all",
            answers = Lead.class,
            problems = {"crm.lead.not-found", "crm.lead.state", "crm.lead.archived"})
    public Response reopen(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        return answer(actor, desk.reopen(actor, id, Given.expected(ifMatch)));
    }

    @POST
    @Path("{id}/convert")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(LeadDesk.CHANGE)
    @Operation(
            value =
                    "Makes a contact of a qualified lead, or links it with the one that party names; a second time answers the same."
                            + " With preview=true nothing is stored",
            example = """
                    {"opportunity": {"name": "Tea for the canteen"}}""",
            answers = Conversion.class,
            problems = {
                "crm.lead.not-found",
                "crm.lead.invalid",
                "crm.lead.state",
                "crm.lead.archived",
                "crm.opportunity.invalid"
            })
    public Conversion convert(
            @PathParam("id") String id,
            ConversionWish wish,
            @QueryParam("preview") String preview,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        return Given.flag("preview", preview)
                ? desk.preview(actor, id, wish)
                : desk.convert(actor, id, Given.expected(ifMatch), wish);
    }

    private Response answer(Actor actor, Kept<Lead> kept) {
        return Given.answer(
                Response.ok(), records.leads().shown(actor, List.of(kept)).get(0), kept.version());
    }
}
