package org.colonnade.platform.privacy.internal.rest;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.privacy.internal.CaseKind;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.PrivacyPermissions;
import org.colonnade.platform.privacy.internal.person.Bundles;
import org.colonnade.platform.privacy.internal.person.CaseDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything about a person, for the person. */
@Component(service = ExportFiles.class)
@Path("/privacy/exports")
@Produces(MediaType.APPLICATION_JSON)
public final class ExportFiles {

    private final CaseDesk desk;
    private final Bundles bundles;

    @Activate
    public ExportFiles(@Reference CaseDesk desk, @Reference Bundles bundles) {
        this.desk = desk;
        this.bundles = bundles;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = PrivacyPermissions.EXPORT, scope = Scope.GLOBAL)
    @Operation(
            value =
                    "Asks every function for what it knows of a person; one that is not here is asked when it comes back",
            example = """
                    {"person": "crm:party:0J5XK3T9ZQ1AB"}""",
            status = 201,
            answers = CaseView.class,
            problems = "platform.privacy.invalid")
    public Response export(Wish wish, @Context Actor actor) {
        Fields fields = Given.person(wish.person());
        List<Ref> also = Given.records(fields, wish.also());
        fields.orReject("platform.privacy.invalid");
        PersonCase made = desk.open(actor, CaseKind.EXPORT, wish.person(), also, null);
        return Response.created(URI.create("privacy/exports/" + made.name()))
                .entity(CaseView.of(made))
                .build();
    }

    @GET
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(value = "The exports, newest first, without the functions' answers", of = CaseView.class)
    public Page<CaseView> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return desk.list(false, PageRequest.of(limit, after)).map(CaseView::of);
    }

    @GET
    @Path("{id}")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(value = "One export as it stands", problems = "platform.privacy-case.not-found")
    public CaseView get(@PathParam("id") String id) {
        return CaseView.of(desk.get(false, id));
    }

    @GET
    @Path("{id}/bundle")
    @Produces("application/zip")
    @Requires(value = PrivacyPermissions.EXPORT, scope = Scope.GLOBAL)
    @Operation(
            value = "All of it as one ZIP: index.json, and of each function data.json and its files",
            problems = {
                "platform.privacy-case.not-found",
                "platform.privacy-bundle.not-found",
                "platform.privacy.not-done"
            })
    public Download bundle(@PathParam("id") String id) {
        PersonCase export = desk.get(false, id);
        bundles.ready(export);
        return new Download("application/zip", "person-" + export.name() + ".zip", out -> bundles.write(export, out));
    }

    /**
     * Whose data is wanted.
     *
     * @param person a record that stands for the person
     * @param also further records of which somebody says that they stand for the same person
     */
    public record Wish(Ref person, List<Ref> also) {}
}
