package org.colonnade.crm.internal.rest;

import java.net.URI;
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
import org.colonnade.crm.api.Note;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was written about a party. */
@Component(service = PartyNotes.class)
@Path("/parties/{id}/notes")
@Produces(MediaType.APPLICATION_JSON)
public class PartyNotes {

    private final PartyDirectory directory;
    private final PartyDesk desk;

    @Activate
    public PartyNotes(@Reference PartyDirectory directory, @Reference PartyDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(value = "The notes of a party, newest first", of = Note.class, problems = "crm.party.not-found")
    public Page<Note> list(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return directory.notes(actor, id, PageRequest.of(limit, after));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Writes something down about a party",
            example = """
                    {"text": "Prefers to be called in the morning"}""",
            status = 201,
            answers = Note.class,
            problems = {"crm.party.not-found", "crm.note.invalid", "crm.note.too-many"})
    public Response add(@PathParam("id") String id, NoteDraft draft, @Context Actor actor) {
        Note note = desk.addNote(actor, id, draft);
        return answer(Response.created(URI.create("parties/" + id + "/notes/" + note.id())), note);
    }

    @PATCH
    @Path("{note}")
    @Consumes("application/merge-patch+json")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Writes a note anew; If-Match names the version that was read",
            example = """
                    {"text": "Prefers to be called in the afternoon"}""",
            answers = Note.class,
            patches = NoteDraft.class,
            problems = {"crm.party.not-found", "crm.note.not-found", "crm.note.invalid", "platform.record.stale"})
    public Response change(
            @PathParam("id") String id,
            @PathParam("note") String note,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        return answer(
                Response.ok(),
                desk.changeNote(actor, id, note, version -> Versions.match(ifMatch, version), given::applyTo));
    }

    @DELETE
    @Path("{note}")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Takes a note away",
            status = 204,
            problems = {"crm.party.not-found", "crm.note.not-found"})
    public void remove(@PathParam("id") String id, @PathParam("note") String note, @Context Actor actor) {
        desk.removeNote(actor, id, note);
    }

    private static Response answer(Response.ResponseBuilder builder, Note note) {
        return Given.answer(builder, note, note.version());
    }
}
