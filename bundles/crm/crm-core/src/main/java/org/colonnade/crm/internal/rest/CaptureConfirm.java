package org.colonnade.crm.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.capture.CaptureForm;
import org.colonnade.crm.api.capture.CaptureReceipt;
import org.colonnade.crm.internal.capture.Captures;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Behind the link of a confirmation. Programs that look through mail open every link in it, so opening it changes nothing: a person sees a
 * page with a button, and only the button confirms.
 */
@Component(service = CaptureConfirm.class)
@Path("/capture/confirm")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class CaptureConfirm {

    private static final String PAGE = MediaType.TEXT_HTML + ";charset=utf-8";

    private final Captures captures;

    @Activate
    public CaptureConfirm(@Reference Captures captures) {
        this.captures = captures;
    }

    @GET
    @Open(Open.To.EVERYBODY)
    @Operation(
            value =
                    "Shows a browser the page on which a person confirms what was sent; tells others whether it was. Changes nothing",
            answers = CaptureReceipt.class,
            problems = "crm.capture.token-unknown")
    public Response opened(
            @QueryParam("token") String token, @Context HttpHeaders headers, @Context HttpServletResponse response) {
        Captures.Waiting waiting = captures.waiting(token);
        if (!wantsPage(headers)) {
            return Response.ok(waiting.confirmed() ? CaptureReceipt.CONFIRMED : CaptureReceipt.WANTED)
                    .build();
        }
        return waiting.confirmed()
                ? page(ConfirmPage.thanks(words(headers, waiting.form())), null, response)
                : page(
                        ConfirmPage.question(words(headers, waiting.form()), waiting.consentText()),
                        waiting.form().confirmedUrl(),
                        response);
    }

    @POST
    @Open(Open.To.EVERYBODY)
    @Operation(
            value =
                    "Makes a lead of what was sent, once, however often; leads on to the form's page (303) where it names one",
            answers = CaptureReceipt.class,
            problems = "crm.capture.token-unknown")
    public Response sent(
            @QueryParam("token") String token,
            @Context HttpHeaders headers,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        CaptureForm form = captures.confirm(token, request.getRemoteAddr());
        if (form.confirmedUrl() != null) {
            return CaptureSubmissions.onTo(form.confirmedUrl(), response);
        }
        return wantsPage(headers)
                ? page(ConfirmPage.thanks(words(headers, form)), null, response)
                : Response.ok(CaptureReceipt.CONFIRMED).build();
    }

    private static Response page(String html, String leadsTo, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", ConfirmPage.policy(leadsTo));
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return Response.ok(new Download(PAGE, null, out -> out.write(bytes)), MediaType.TEXT_HTML_TYPE)
                .build();
    }

    /** A browser names pages before everything else; who names nothing gets JSON. */
    private static boolean wantsPage(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return true;
            }
        }
        return false;
    }

    /** In the browser's language where there are words in it, else in the form's. */
    private static ConfirmPage.Words words(HttpHeaders headers, CaptureForm form) {
        String own = form.language() == null ? "" : form.language();
        return Stream.concat(headers.getAcceptableLanguages().stream(), Stream.of(Locale.forLanguageTag(own)))
                .map(language -> ConfirmPage.Words.of(language.getLanguage()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(ConfirmPage.Words.ENGLISH);
    }
}
