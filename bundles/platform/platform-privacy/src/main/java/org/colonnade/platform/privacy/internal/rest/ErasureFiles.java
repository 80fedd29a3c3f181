package org.colonnade.platform.privacy.internal.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.colonnade.platform.privacy.internal.domain.CertificateText;
import org.colonnade.platform.privacy.internal.person.CaseDesk;
import org.colonnade.platform.privacy.internal.person.Certificate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgetting a person, and the proof of it. */
@Component(service = ErasureFiles.class)
@Path("/privacy/erasures")
@Produces(MediaType.APPLICATION_JSON)
public final class ErasureFiles {

    private static final int LONGEST_REASON = 500;

    private final CaseDesk desk;

    @Activate
    public ErasureFiles(@Reference CaseDesk desk) {
        this.desk = desk;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = PrivacyPermissions.ERASE, scope = Scope.GLOBAL)
    @Operation(
            value =
                    "Asks every function to forget a person, except for what one of them wants kept; as a preview it only says what"
                            + " would become of each record",
            example =
                    """
                    {"person": "crm:party:0J5XK3T9ZQ1AB", "reason": "The person asked for it", "preview": true}""",
            status = 201,
            answers = CaseView.class,
            problems = "platform.privacy.invalid")
    public Response erase(Wish wish, @Context Actor actor) {
        Fields fields = Given.person(wish.person()).required("reason", wish.reason(), LONGEST_REASON);
        List<Ref> also = Given.records(fields, wish.also());
        fields.orReject("platform.privacy.invalid");
        CaseKind kind = Boolean.TRUE.equals(wish.preview()) ? CaseKind.PREVIEW : CaseKind.ERASURE;
        PersonCase made = desk.open(actor, kind, wish.person(), also, wish.reason());
        return Response.created(URI.create("privacy/erasures/" + made.name()))
                .entity(CaseView.of(made))
                .build();
    }

    @GET
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(value = "The erasures and previews, newest first, without the functions' answers", of = CaseView.class)
    public Page<CaseView> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return desk.list(true, PageRequest.of(limit, after)).map(CaseView::of);
    }

    @GET
    @Path("{id}")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(value = "One erasure as it stands", problems = "platform.privacy-case.not-found")
    public CaseView get(@PathParam("id") String id) {
        return CaseView.of(desk.get(true, id));
    }

    @GET
    @Path("{id}/certificate")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(
            value = "What every installed function did; without personal data",
            problems = {"platform.privacy-case.not-found", "platform.privacy.not-done", "platform.privacy.preview"})
    public Certificate certificate(@PathParam("id") String id) {
        return Certificate.of(desk.get(true, id));
    }

    @GET
    @Path("{id}/certificate.txt")
    @Produces("text/plain")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(
            value = "The same as a text; its last line is the SHA-256 of all lines above",
            problems = {"platform.privacy-case.not-found", "platform.privacy.not-done", "platform.privacy.preview"})
    public Download certificateText(@PathParam("id") String id) {
        PersonCase erasure = desk.get(true, id);
        byte[] text = CertificateText.sealed(Certificate.text(erasure)).getBytes(StandardCharsets.UTF_8);
        return new Download("text/plain;charset=utf-8", "erasure-" + erasure.name() + ".txt", out -> out.write(text));
    }

    /**
     * Who shall be forgotten.
     *
     * @param person a record that stands for the person
     * @param reason why, without personal data
     * @param preview whether nothing shall be changed; not if missing
     * @param also further records of which somebody says that they stand for the same person
     */
    public record Wish(Ref person, String reason, Boolean preview, List<Ref> also) {}
}
