package org.colonnade.platform.dossier.internal.rest;

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
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.dossier.NoteDraft;
import org.colonnade.platform.api.dossier.Notes;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.dossier.internal.DossierModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was written about records. */
@Component(service = NoteFiles.class)
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
public final class NoteFiles {

    private final Notes notes;

    @Activate
    public NoteFiles(@Reference Notes notes) {
        this.notes = notes;
    }

    @GET
    @Requires(DossierModule.READ)
    @Operation(
            value = "The notes about a record, the pinned ones first, then newest first",
            of = Note.class,
            problems = "platform.record.unknown")
    public Page<Note> list(
            @QueryParam("ref") Ref ref,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return notes.of(actor, Given.required("ref", ref), PageRequest.of(limit, after));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "Writes a note about a record; @name mentions somebody",
            example =
                    """
                    {"text": "Wants the offer by Friday, @malee.s please call", "pinned": true}""",
            status = 201,
            answers = Note.class,
            problems = {"platform.record.unknown", "platform.note.invalid"})
    public Response add(@QueryParam("ref") Ref ref, NoteDraft draft, @Context Actor actor) {
        Note note = notes.add(actor, Given.required("ref", ref), draft);
        return Given.withVersion(Response.created(URI.create("notes/" + note.id())), note, note.version());
    }

    @GET
    @Path("{id}")
    @Requires(DossierModule.READ)
    @Operation(value = "One note", answers = Note.class, problems = "platform.note.not-found")
    public Response get(@PathParam("id") String id, @Context Actor actor) {
        Note note = notes.get(actor, id);
        return Given.withVersion(Response.ok(), note, note.version());
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "Changes a note's text, pins it or takes the pin out",
            example = """
                    {"pinned": false}""",
            answers = Note.class,
            patches = NoteDraft.class,
            problems = {"platform.note.not-found", "platform.note.invalid"})
    public Response change(
            @PathParam("id") String id,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        Note note = notes.change(actor, id, version -> Versions.match(ifMatch, version), given::applyTo);
        return Given.withVersion(Response.ok(), note, note.version());
    }

    @DELETE
    @Path("{id}")
    @Requires(DossierModule.CHANGE)
    @Operation(value = "Takes a note away", status = 204, problems = "platform.note.not-found")
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        notes.remove(actor, id, version -> Versions.match(ifMatch, version));
    }
}
