package org.colonnade.platform.dossier.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
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
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Attachment;
import org.colonnade.platform.api.dossier.Attachments;
import org.colonnade.platform.api.problem.UnsupportedType;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.dossier.internal.DossierModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of records. A content is always sent as a file to be saved, never as a page to be shown. */
@Component(service = AttachmentFiles.class)
@Path("/attachments")
public final class AttachmentFiles {

    private final Attachments attachments;

    @Activate
    public AttachmentFiles(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.READ)
    @Operation(
            value = "The attachments of a record, newest first",
            of = Attachment.class,
            problems = "platform.record.unknown")
    public Page<Attachment> list(
            @QueryParam("ref") Ref ref,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return attachments.of(actor, Given.required("ref", ref), PageRequest.of(limit, after));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "Attaches a file to a record: its bytes are the body, its type the content type or 'type'",
            example = "The quick brown fox jumps over the lazy dog",
            status = 201,
            answers = Attachment.class,
            problems = {
                "platform.record.unknown",
                "platform.attachment.invalid",
                "platform.attachment.too-large",
                "platform.attachment.multipart",
                "platform.attachment.not-stored"
            })
    public Response add(
            InputStream content,
            @QueryParam("ref") Ref ref,
            @QueryParam("name") String name,
            @QueryParam("type") String type,
            @Context HttpHeaders headers,
            @Context Actor actor)
            throws IOException {
        String sent = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (sent != null && sent.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw new UnsupportedType(
                    "platform.attachment.multipart",
                    "Send the file's own bytes as the body, not a form with the file in it.");
        }
        Attachment attachment = attachments.add(
                actor,
                Given.required("ref", ref),
                Given.required("name", name),
                type == null ? sent : type,
                content == null ? InputStream.nullInputStream() : content);
        return Given.withVersion(
                Response.created(URI.create("attachments/" + attachment.id())), attachment, attachment.version());
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.READ)
    @Operation(
            value = "What is known of an attachment",
            answers = Attachment.class,
            problems = "platform.attachment.not-found")
    public Response get(@PathParam("id") String id, @Context Actor actor) {
        Attachment attachment = attachments.get(actor, id);
        return Given.withVersion(Response.ok(), attachment, attachment.version());
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Requires(DossierModule.READ)
    @Operation(
            value = "The file; its ETag is the SHA-256 of its content",
            answers = Download.class,
            problems = {"platform.attachment.not-found", "platform.attachment.missing"})
    public Response content(
            @PathParam("id") String id, @HeaderParam("If-None-Match") String known, @Context Actor actor) {
        Attachments.Content content = attachments.content(actor, id);
        Attachment attachment = content.attachment();
        EntityTag tag = new EntityTag(attachment.sha256());
        if (known != null && known.contains(attachment.sha256())) {
            return Response.notModified(tag).build();
        }
        return Response.ok(new Download(attachment.mediaType(), attachment.name(), out -> content.body()
                        .writeTo(out)))
                .tag(tag)
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .build();
    }

    @DELETE
    @Path("{id}")
    @Requires(DossierModule.CHANGE)
    @Operation(value = "Takes an attachment away", status = 204, problems = "platform.attachment.not-found")
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        attachments.remove(actor, id, version -> Versions.match(ifMatch, version));
    }
}
