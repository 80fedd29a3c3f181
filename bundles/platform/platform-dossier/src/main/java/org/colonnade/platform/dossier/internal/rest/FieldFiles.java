package org.colonnade.platform.dossier.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
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
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.dossier.internal.Conversion;
import org.colonnade.platform.dossier.internal.DossierModule;
import org.colonnade.platform.dossier.internal.FieldDesk;
import org.colonnade.platform.dossier.internal.domain.SchemaText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The fields that administrators give to kinds of records. */
@Component(service = FieldFiles.class)
@Path("/custom-fields")
@Produces(MediaType.APPLICATION_JSON)
public final class FieldFiles {

    private final FieldDesk desk;

    @Activate
    public FieldFiles(@Reference FieldDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(DossierModule.READ)
    @Operation(
            value = "The custom fields of a kind of record, or of all; with archived=true the deleted ones too",
            of = CustomField.class)
    public List<CustomField> list(
            @QueryParam("kind") String kind, @QueryParam("archived") Boolean archived, @Context Actor actor) {
        return desk.all(actor, kind, archived != null && archived);
    }

    @GET
    @Path("schema")
    @Requires(DossierModule.READ)
    @Operation("The custom fields of a kind of record that you may see, as JSON Schema 2020-12")
    public Map<String, Object> schema(@QueryParam("kind") String kind, @Context Actor actor) {
        return SchemaText.of(kind, desk.shown(actor, Given.kind(kind)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(CustomFields.CHANGE)
    @Operation(
            value = "Gives a kind of record one more field",
            example =
                    """
                    {"kind": "crm:party", "name": "segment", "labels": {"en": "Segment", "th": "กลุ่ม"}, "type": "CHOICE",
                     "choices": [{"value": "A"}, {"value": "B"}]}""",
            status = 201,
            answers = CustomField.class,
            problems = {"platform.custom-field.invalid", "platform.custom-field.taken", "platform.custom-field.too-many"
            })
    public Response add(CustomFieldDraft draft, @Context Actor actor) {
        CustomField field = desk.add(actor, draft);
        return Given.withVersion(Response.created(URI.create("custom-fields/" + field.id())), field, field.version());
    }

    @GET
    @Path("{id}")
    @Requires(DossierModule.READ)
    @Operation(value = "One custom field", answers = CustomField.class, problems = "platform.custom-field.not-found")
    public Response get(@PathParam("id") String id, @Context Actor actor) {
        CustomField field = desk.get(actor, id);
        return Given.withVersion(Response.ok(), field, field.version());
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Requires(CustomFields.CHANGE)
    @Operation(
            value = "Changes a custom field; another type only if every value fits it",
            example = """
                    {"labels": {"en": "Customer segment"}}""",
            answers = CustomField.class,
            patches = CustomFieldDraft.class,
            problems = {
                "platform.custom-field.not-found",
                "platform.custom-field.invalid",
                "platform.custom-field.not-convertible",
                "platform.custom-field.not-unique"
            })
    public Response change(
            @PathParam("id") String id,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        CustomField field = desk.change(actor, id, version -> Versions.match(ifMatch, version), given::applyTo);
        return Given.withVersion(Response.ok(), field, field.version());
    }

    @DELETE
    @Path("{id}")
    @Requires(CustomFields.CHANGE)
    @Operation(
            value = "Takes a custom field out of use; its values go to the archive and can be restored",
            status = 204,
            problems = "platform.custom-field.not-found")
    public void archive(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @Context Actor actor) {
        desk.archive(actor, id, version -> Versions.match(ifMatch, version));
    }

    @POST
    @Path("{id}/restore")
    @Requires(CustomFields.CHANGE)
    @Operation(
            value = "Brings a deleted custom field back with its values",
            answers = CustomField.class,
            problems = {"platform.custom-field.not-found", "platform.custom-field.taken"})
    public Response restore(@PathParam("id") String id, @Context Actor actor) {
        CustomField field = desk.restore(actor, id);
        return Given.withVersion(Response.ok(), field, field.version());
    }

    @GET
    @Path("{id}/conversion")
    @Requires(CustomFields.CHANGE)
    @Operation(
            value = "How many values would fit another type; changes nothing",
            answers = Conversion.Preview.class,
            problems = "platform.custom-field.not-found")
    public Conversion.Preview conversion(
            @PathParam("id") String id, @QueryParam("type") FieldType type, @Context Actor actor) {
        return desk.preview(actor, id, Given.required("type", type));
    }
}
