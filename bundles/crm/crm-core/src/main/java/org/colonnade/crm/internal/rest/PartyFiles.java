package org.colonnade.crm.internal.rest;

import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.ExportDesk;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.PartyLists;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The parties: list, add, read, change, put away. */
@Component(service = PartyFiles.class)
@Path("/parties")
public class PartyFiles {

    static final String VCARD = "text/vcard";

    private final PartyDirectory directory;
    private final PartyDesk desk;
    private final ExportDesk exports;
    private final PartyLists lists;

    @Activate
    public PartyFiles(
            @Reference PartyDirectory directory,
            @Reference PartyDesk desk,
            @Reference ExportDesk exports,
            @Reference PartyLists lists) {
        this.directory = directory;
        this.desk = desk;
        this.exports = exports;
        this.lists = lists;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(PartyDirectory.READ)
    @Operation(
            value =
                    "The parties by name; with q those in which all its words occur; or filtered by FIQL and sorted by their own fields",
            of = Party.class,
            problems = {
                "crm.search.too-long",
                "crm.query.invalid",
                "platform.filter.invalid",
                "platform.filter.unknown-field",
                "platform.sort.unknown-field"
            })
    public Page<Party> list(
            @QueryParam("q") String q,
            @QueryParam("kind") String kind,
            @QueryParam("tag") String tag,
            @QueryParam("archived") String archived,
            @QueryParam("filter") String filter,
            @QueryParam("sort") String sort,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        PageRequest page = PageRequest.of(limit, after);
        if (blank(filter) && blank(sort)) {
            return directory.search(actor, Given.query(q, kind, tag, archived), page);
        }
        return lists.list(actor, Given.filtered(q, kind, tag, archived, filter, sort, page));
    }

    private static boolean blank(String text) {
        return text == null || text.isEmpty();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Adds a party",
            example =
                    """
                    {"kind": "PERSON", "name": {"given": "Malee", "family": "Srisuk"}, "organisation": "Siam Tea Co.", "tags": ["customer"],
                     "contactPoints": [{"type": "EMAIL", "value": "malee@example.com", "purposes": ["work"]},
                      {"type": "PHONE", "value": "081 234 5678", "purposes": ["cell"]},
                      {"type": "POSTAL", "address": {"street": "99 Sukhumvit Road", "locality": "Bangkok", "postalCode": "10110"}}]}""",
            status = 201,
            answers = Party.class,
            problems = {"crm.party.invalid", "crm.identifier.taken"})
    public Response create(PartyDraft draft, @Context Actor actor) {
        return Given.created(desk.create(actor, Given.body(draft)));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "One party, archived or not; 301 with the new place for one that was merged",
            answers = Party.class,
            problems = "crm.party.not-found")
    public Response get(@PathParam("id") String id, @Context Actor actor) {
        Party party = directory.get(actor, id);
        return party.mergedInto() == null ? Given.ok(party) : Given.moved(party);
    }

    @GET
    @Path("{id}/vcard")
    @Produces(VCARD)
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "One party as a vCard, version 4.0 or 3.0",
            problems = {"crm.party.not-found", "crm.export.version"})
    public Download vcard(@PathParam("id") String id, @QueryParam("version") String version, @Context Actor actor) {
        byte[] card = exports.vcard(actor, id, version).getBytes(StandardCharsets.UTF_8);
        return new Download(VCARD + ";charset=utf-8", id + ".vcf", out -> out.write(card));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Changes a party",
            example = """
                    {"jobTitle": "Buyer"}""",
            answers = Party.class,
            patches = PartyDraft.class,
            problems = {
                "crm.party.not-found",
                "crm.party.invalid",
                "crm.party.archived",
                "crm.party.merged",
                "crm.identifier.taken"
            })
    public Response change(
            @PathParam("id") String id,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = Given.body(patch);
        return Given.ok(desk.change(actor, id, version -> Versions.match(ifMatch, version), given::applyTo));
    }

    @DELETE
    @Path("{id}")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Puts a party away; nothing of it is deleted",
            status = 204,
            problems = {"crm.party.not-found", "crm.party.merged"})
    public void archive(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        desk.archive(actor, id, version -> Versions.match(ifMatch, version));
    }

    @POST
    @Path("{id}/restore")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Brings an archived party back",
            answers = Party.class,
            problems = {"crm.party.not-found", "crm.party.merged"})
    public Response restore(@PathParam("id") String id, @Context Actor actor) {
        return Given.ok(desk.restore(actor, id));
    }
}
