package org.colonnade.crm.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.capture.CaptureForm;
import org.colonnade.crm.api.capture.CaptureReceipt;
import org.colonnade.crm.internal.capture.Captures;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Behind the link of a confirmation. */
@Component(service = CaptureConfirm.class)
@Path("/capture/confirm")
@Produces(MediaType.APPLICATION_JSON)
public class CaptureConfirm {

    private final Captures captures;

    @Activate
    public CaptureConfirm(@Reference Captures captures) {
        this.captures = captures;
    }

    @GET
    @Open(Open.To.EVERYBODY)
    @Operation(
            value =
                    "Makes a lead of what was sent, once, however often the link is opened; leads on to the form's page (303) where it"
                            + " names one",
            answers = CaptureReceipt.class,
            problems = "crm.capture.token-unknown")
    public Response opened(
            @QueryParam("token") String token,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return confirmed(token, request, response);
    }

    @POST
    @Open(Open.To.EVERYBODY)
    @Operation(
            value = "The same for a page of one's own",
            answers = CaptureReceipt.class,
            problems = "crm.capture.token-unknown")
    public Response sent(
            @QueryParam("token") String token,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return confirmed(token, request, response);
    }

    private Response confirmed(String token, HttpServletRequest request, HttpServletResponse response) {
        CaptureForm form = captures.confirm(token, request.getRemoteAddr());
        return form.confirmedUrl() == null
                ? Response.ok(CaptureReceipt.CONFIRMED).build()
                : CaptureSubmissions.onTo(form.confirmedUrl(), response);
    }
}
