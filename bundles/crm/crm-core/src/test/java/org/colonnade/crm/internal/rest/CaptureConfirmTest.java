package org.colonnade.crm.internal.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.impl.HttpHeadersImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.colonnade.crm.api.capture.CaptureEntry;
import org.colonnade.crm.api.capture.CaptureField;
import org.colonnade.crm.api.capture.CaptureFormDraft;
import org.colonnade.crm.api.capture.CaptureInput;
import org.colonnade.crm.api.capture.CaptureReceipt;
import org.colonnade.crm.internal.capture.CaptureForms;
import org.colonnade.crm.internal.capture.Captures;
import org.colonnade.crm.internal.capture.Handover;
import org.colonnade.crm.internal.lead.LeadOffice;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.web.Download;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class CaptureConfirmTest extends OnEachDatabase {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Map<String, String> sent = new TreeMap<>();
    private LeadOffice office;
    private Captures captures;
    private CaptureForms forms;
    private CaptureConfirm confirm;

    @Before
    public void open() {
        office = new LeadOffice(database());
        forms = new CaptureForms(office.kit, office.office.tx);
        captures = new Captures(office.office.tx, forms, office.records);
        confirm = new CaptureConfirm(captures);
    }

    @Test
    public void openingTheLinkChangesNothingAndTheButtonConfirms() throws IOException {
        String token = captured("You may <b>write</b> & call.", null);
        for (String accept : List.of(BROWSER, "*/*", "application/json")) {
            assertEquals(200, opened(token, accept, "en").getStatus());
        }
        assertEquals("a mail scanner makes no lead", 0, leads());
        assertEquals(
                CaptureReceipt.WANTED, opened(token, "application/json", "en").getEntity());
        String page = html(opened(token, BROWSER, "en-GB"));
        assertTrue(page, page.contains("<form method=\"post\"><button type=\"submit\">Confirm</button></form>"));
        assertTrue(page, page.contains("You may &lt;b&gt;write&lt;/b&gt; &amp; call."));
        assertFalse("works without script", page.contains("<script") || page.contains("onclick"));
        assertFalse("is not handed on by the page", page.contains(token));
        assertTrue(html(opened(token, BROWSER, "th-TH, en;q=0.5")).contains("lang=\"th\""));
        assertTrue(html(opened(token, BROWSER, "fr")).contains("lang=\"fr\""));
        assertTrue("as the form", html(opened(token, BROWSER, "nl")).contains("lang=\"de\""));
        Response done = pressed(token, BROWSER);
        assertTrue(html(done).contains("It is confirmed."));
        assertEquals(1, leads());
        assertEquals(
                CaptureReceipt.CONFIRMED,
                opened(token, "application/json", "en").getEntity());
        assertFalse(html(opened(token, BROWSER, "en")).contains("<form"));
        assertEquals(
                "a program confirms as before",
                CaptureReceipt.CONFIRMED,
                pressed(token, "application/json").getEntity());
        assertEquals(1, leads());
    }

    @Test
    public void thePolicyLetsTheButtonLeadOnToTheFormsPageAndNothingElse() {
        String token = captured("You may write to me.", "https://www.example.com/thanks?a=b");
        opened(token, BROWSER, "en");
        String policy = sent.get("Content-Security-Policy");
        assertTrue(policy, policy.startsWith("default-src 'none'; style-src 'sha256-"));
        assertTrue(
                policy,
                policy.endsWith("form-action 'self' https://www.example.com; base-uri 'none'; frame-ancestors 'none'"));
        Response moved = pressed(token, BROWSER);
        assertEquals(303, moved.getStatus());
        assertEquals("https://www.example.com/thanks?a=b", sent.get("Location"));
    }

    @Test
    public void anUnknownLinkIsToldToEverybodyAlike() {
        for (String none : new String[] {null, "", "x".repeat(43)}) {
            assertThrows(NotFound.class, () -> opened(none, BROWSER, "en"));
            assertThrows(NotFound.class, () -> pressed(none, BROWSER));
        }
    }

    private String captured(String consent, String confirmedUrl) {
        String form = forms.desk()
                .create(
                        LeadOffice.ACTOR,
                        new CaptureFormDraft(
                                "Ask for tea",
                                List.of("https://www.example.com"),
                                List.of(new CaptureField(CaptureInput.INTEREST, true)),
                                consent,
                                "2026-11",
                                null,
                                null,
                                confirmedUrl,
                                null,
                                null,
                                0,
                                null,
                                null,
                                null,
                                "de-AT"))
                .id();
        captures.submit(
                form,
                new CaptureEntry(null, null, null, "malee@siamtea.example", null, "tea", true, "2026-11", null, null),
                "10.0.0.1");
        String link = new Handover(office.office.tx, forms)
                .waiting(LeadOffice.ACTOR, PageRequest.first())
                .items()
                .get(0)
                .link();
        return link.substring(link.indexOf("token=") + 6);
    }

    private int leads() {
        return office.records
                .leads()
                .list(LeadOffice.ACTOR, RecordQuery.all())
                .items()
                .size();
    }

    private Response opened(String token, String accept, String language) {
        return confirm.opened(token, headers(accept, language), servlet(HttpServletResponse.class));
    }

    private Response pressed(String token, String accept) {
        return confirm.sent(
                token, headers(accept, "en"), servlet(HttpServletRequest.class), servlet(HttpServletResponse.class));
    }

    private static HttpHeaders headers(String accept, String language) {
        Message message = new MessageImpl();
        message.put(Message.PROTOCOL_HEADERS, Map.of("Accept", List.of(accept), "Accept-Language", List.of(language)));
        return new HttpHeadersImpl(message);
    }

    private <T> T servlet(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "setHeader" -> {
                        sent.put((String) arguments[0], (String) arguments[1]);
                        yield null;
                    }
                    case "getRemoteAddr" -> "10.0.0.2";
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static String html(Response answer) throws IOException {
        Download page = (Download) answer.getEntity();
        assertEquals("text/html;charset=utf-8", page.contentType());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.body().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
