package org.colonnade.crm.internal.rest;

import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.capture.CaptureEntry;
import org.colonnade.crm.api.capture.CaptureForm;
import org.colonnade.crm.api.capture.CapturePage;
import org.colonnade.crm.api.capture.CaptureReceipt;
import org.colonnade.crm.internal.capture.Captures;
import org.colonnade.crm.internal.capture.FormBody;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forms of web pages: open to everybody, from the pages that the form names. */
@Component(service = CaptureSubmissions.class)
@Path("/capture/{form}")
@Produces(MediaType.APPLICATION_JSON)
public class CaptureSubmissions {

    private static final String SENT =
            "email=malee%40siamtea.example&interest=green+tea&consent=on&consentVersion=2026-11";

    private final Captures captures;

    @Activate
    public CaptureSubmissions(@Reference Captures captures) {
        this.captures = captures;
    }

    @GET
    @Open(Open.To.EVERYBODY)
    @Operation(
            value = "What a web page needs to show a form, with the stamp that says when it was opened",
            answers = CapturePage.class,
            problems = {"crm.capture.form-unknown", "crm.capture.origin"})
    public CapturePage page(
            @PathParam("form") String form,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        from(captures.form(form), request, response);
        return captures.page(form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(Open.To.EVERYBODY)
    @Operation(
            value =
                    "Keeps what was filled in until the person confirms it; answers the same whether the address is known or not",
            example =
                    """
                    {"email": "malee@siamtea.example", "interest": "green tea", "consent": true, "consentVersion": "2026-11",
                    "stamp": "AAAAAGdB"}""",
            status = 202,
            answers = CaptureReceipt.class,
            problems = {
                "crm.capture.form-unknown",
                "crm.capture.origin",
                "crm.capture.invalid",
                "crm.capture.stamp",
                "crm.capture.too-fast",
                "crm.capture.too-many"
            })
    public Response json(
            @PathParam("form") String form,
            CaptureEntry entry,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        from(captures.form(form), request, response);
        captures.submit(form, entry, request.getRemoteAddr());
        return Response.accepted(CaptureReceipt.WANTED).build();
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open(Open.To.EVERYBODY)
    @Operation(
            value = "The same for a browser's own form; leads on to the form's page of thanks (303) where it names one",
            example = SENT,
            status = 202,
            answers = CaptureReceipt.class,
            problems = {
                "crm.capture.form-unknown",
                "crm.capture.origin",
                "crm.capture.form",
                "crm.capture.invalid",
                "crm.capture.stamp",
                "crm.capture.too-fast",
                "crm.capture.too-many"
            })
    public Response form(
            @PathParam("form") String form,
            InputStream body,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        CaptureForm known = captures.form(form);
        from(known, request, response);
        captures.submit(form, FormBody.read(body), request.getRemoteAddr());
        return known.thanksUrl() == null
                ? Response.accepted(CaptureReceipt.WANTED).build()
                : onTo(known.thanksUrl(), response);
    }

    /** To another host: the address is one of the form's own, so it goes past the platform, which keeps answers on this host. */
    static Response onTo(String address, HttpServletResponse response) {
        response.setHeader("Location", address);
        return Response.status(Response.Status.SEE_OTHER).build();
    }

    /** A browser's page must be one of the form's own; it may then read the answer, refusals too. */
    private static void from(CaptureForm form, HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return;
        }
        if (!form.origins().contains(origin)) {
            throw new Rejected("crm.capture.origin", "This form is not sent from that page.");
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Vary", "Origin");
    }
}
