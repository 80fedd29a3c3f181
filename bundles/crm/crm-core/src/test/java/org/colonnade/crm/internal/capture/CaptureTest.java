package org.colonnade.crm.internal.capture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.capture.CaptureEntry;
import org.colonnade.crm.api.capture.CaptureField;
import org.colonnade.crm.api.capture.CaptureFormDraft;
import org.colonnade.crm.api.capture.CaptureInput;
import org.colonnade.crm.api.capture.Confirmation;
import org.colonnade.crm.api.capture.Undeliverable;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.internal.lead.LeadOffice;
import org.colonnade.crm.internal.lead.MovingClock;
import org.colonnade.crm.internal.sweep.LeadSweepTest;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooLarge;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class CaptureTest extends OnEachDatabase {

    private final MovingClock clock = new MovingClock();
    private TestDatabase timed;
    private LeadOffice office;
    private CaptureForms forms;
    private Captures captures;
    private Handover handover;
    private String form;

    @Before
    public void open() {
        timed = TestDatabase.of(kind, clock);
        office = new LeadOffice(timed);
        forms = new CaptureForms(office.kit, office.office.tx);
        captures = new Captures(office.office.tx, forms, office.records);
        handover = new Handover(office.office.tx, forms);
        form = forms.desk()
                .create(LeadOffice.ACTOR, draft(List.of("https://www.example.com"), null, 5))
                .id();
    }

    @After
    public void close() {
        timed.close();
    }

    @Test
    public void whatWasConfirmedBecomesOneLeadHoweverOftenTheLinkIsOpened() throws Exception {
        submit("malee@siamtea.example", "10.0.0.1");
        assertEquals("nothing before the confirmation", List.of(), leads());
        String token = token(waiting().get(0));
        Set<String> answers = new HashSet<>();
        for (String name : LeadSweepTest.atOnce(
                16, () -> captures.confirm(token, "10.0.0.2").name())) {
            answers.add(name);
        }
        assertEquals(Set.of("Ask for tea"), answers);
        Lead lead = leads().get(0).value();
        assertEquals(1, leads().size());
        assertEquals(
                List.of("Malee", "malee@siamtea.example", "green tea", "web", "spring"),
                List.of(lead.givenName(), lead.email(), lead.interest(), lead.source(), lead.campaign()));
        assertEquals("the link is forgotten", List.of(), waiting());
        clock.forward(Duration.ofDays(100));
        captures.expire();
        assertNotNull("a late double click still answers", captures.confirm(token, "10.0.0.2"));
        timed.placeEvents();
        assertEquals(
                1,
                timed.eventLog()
                        .entries("crm.lead.captured", PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    public void neitherTokenNorAddressLiesReadableInWhatStays() throws SQLException {
        submit("malee@siamtea.example", "10.9.8.7");
        String token = token(waiting().get(0));
        captures.confirm(token, "10.9.8.7");
        timed.placeEvents();
        for (String table : new String[] {"crm_capture", "crm_capture_link", "platform_event", "crm_lead"}) {
            String all = everything(table);
            assertFalse(table, all.contains(token));
            assertFalse(table, all.contains("10.9.8.7"));
        }
        assertTrue(everything("crm_capture").contains("You may write to me"));
    }

    @Test
    public void whatNobodyConfirmsIsRemoved() throws SQLException {
        submit("malee@siamtea.example", "10.0.0.1");
        String token = token(waiting().get(0));
        clock.forward(Duration.ofHours(48));
        assertEquals("crm.capture.token-unknown", refused(() -> captures.confirm(token, "x")));
        assertEquals(List.of(), waiting());
        while (captures.expire()) {
            // until nothing is left
        }
        assertEquals("", everything("crm_capture"));
        assertEquals("", everything("crm_capture_link"));
        for (String none : new String[] {null, "", "x", token + 'x', token.substring(1) + 'A'}) {
            assertEquals("crm.capture.token-unknown", refused(() -> captures.confirm(none, "x")));
        }
        assertEquals(List.of(), leads());
    }

    @Test
    public void machinesAreTurnedAway() {
        CaptureEntry trapped = entry("a@b.example", stamp(), "https://spam.example");
        clock.forward(Duration.ofMinutes(1));
        captures.submit(form, trapped, "10.0.0.1");
        assertEquals("the same answer, and nothing is kept", List.of(), waiting());
        String fresh = stamp();
        assertEquals(
                "crm.capture.too-fast", refused(() -> captures.submit(form, entry("a@b.example", fresh, null), "1")));
        assertEquals("crm.capture.stamp", refused(() -> captures.submit(form, entry("a@b.example", null, null), "1")));
        String forged = (fresh.charAt(0) == 'A' ? "B" : "A") + fresh.substring(1);
        assertEquals(
                "crm.capture.stamp", refused(() -> captures.submit(form, entry("a@b.example", forged, null), "1")));
        clock.forward(Duration.ofHours(25));
        assertEquals("crm.capture.stamp", refused(() -> captures.submit(form, entry("a@b.example", fresh, null), "1")));
    }

    @Test
    public void oneNetworkAddressSendsSoManyAnHour() throws Exception {
        String stamp = stamp();
        clock.forward(Duration.ofMinutes(1));
        List<Integer> numbers = new ArrayList<>();
        List<Boolean> taken = LeadSweepTest.atOnce(8, () -> {
            int number;
            synchronized (numbers) {
                numbers.add(1);
                number = numbers.size();
            }
            try {
                captures.submit(form, entry("a" + number + "@b.example", stamp, null), "10.0.0.1");
                return true;
            } catch (TooMany enough) {
                return false;
            }
        });
        assertEquals(5, taken.stream().filter(one -> one).count());
        captures.submit(form, entry("other@b.example", stamp, null), "10.0.0.2");
        clock.forward(Duration.ofMinutes(61));
        submit("later@b.example", "10.0.0.1");
        assertEquals(7, waiting().size());
    }

    @Test
    public void nobodysLetterBoxIsFilled() {
        for (int i = 0; i < 5; i++) {
            submit("Malee@siamtea.example", "10.0.0." + i);
        }
        assertEquals(3, waiting().size());
    }

    @Test
    public void whatIsNotRightIsNamedAndNothingIsKept() {
        clock.forward(Duration.ofMinutes(1));
        Rejected no = assertThrows(
                Rejected.class,
                () -> captures.submit(
                        form,
                        new CaptureEntry(null, "not asked", null, "nonsense", null, "\0", false, "old", stamp(), null),
                        "1"));
        assertEquals("crm.capture.invalid", no.code());
        assertEquals(
                Set.of("familyName", "email", "interest", "consent", "consentVersion"),
                new HashSet<>(no.fields().stream().map(Rejected.Field::field).toList()));
        assertEquals("crm.capture.form-unknown", refused(() -> captures.page("none")));
        assertThrows(NotFound.class, () -> captures.submit("0000000000000", entry("a@b.example", null, null), "1"));
        forms.desk().archive(LeadOffice.ACTOR, form, v -> {});
        assertEquals("crm.capture.form-unknown", refused(() -> captures.page(form)));
    }

    @Test
    public void aFormLeadsOnlyToItsOwnPages() {
        List<String> mine = List.of("https://www.example.com");
        for (String bad : new String[] {
            "https://evil.example/", "javascript:alert(1)", "https://www.example.com.evil.example/",
                    "//www.example.com/",
            "https://www.example.com@evil.example/", "http://www.example.com/", "https://www.example.com/#x", "x y"
        }) {
            assertThrows(bad, Rejected.class, () -> forms.desk().create(LeadOffice.ACTOR, draft(mine, bad, 5)));
        }
        assertNotNull(forms.desk().create(LeadOffice.ACTOR, draft(mine, "https://www.example.com/thanks?a=b", 5)));
        assertThrows(Rejected.class, () -> forms.desk().create(LeadOffice.ACTOR, draft(List.of("https://*"), null, 5)));
    }

    @Test
    public void aLinkIsHandedOverOnceAndTriedAgainWhereItFails() {
        submit("malee@siamtea.example", "10.0.0.1");
        assertFalse("nobody can", handover.next());
        List<Confirmation> sent = new ArrayList<>();
        boolean[] broken = {true};
        handover.sender = confirmation -> {
            sent.add(confirmation);
            if (broken[0]) {
                throw new IOException("the mail server is away");
            }
        };
        assertTrue(handover.next());
        assertFalse("not at once again", handover.next());
        broken[0] = false;
        clock.forward(Duration.ofMinutes(2));
        assertTrue(handover.next());
        clock.forward(Duration.ofHours(2));
        assertFalse(handover.next());
        assertEquals(2, sent.size());
        assertEquals("the same at every try", sent.get(0), sent.get(1));
        assertEquals(List.of(), waiting());
        assertTrue(sent.get(0).link().startsWith("/api/crm/capture/confirm?token="));
        assertEquals("de-DE", sent.get(0).language());
        captures.confirm(token(sent.get(0)), "1");
        assertEquals(1, leads().size());
    }

    @Test
    public void whatCanNeverBeHandedOverWaitsForAnAdministratorAndHindersNobody() {
        submit("nobody@siamtea.example", "10.0.0.1");
        submit("malee@siamtea.example", "10.0.0.1");
        List<String> asked = new ArrayList<>();
        handover.sender = confirmation -> {
            asked.add(confirmation.email());
            if (confirmation.email().startsWith("nobody")) {
                throw new Undeliverable("there is no such mailbox");
            }
        };
        assertTrue(handover.next());
        assertTrue("the next one all the same", handover.next());
        clock.forward(Duration.ofHours(40));
        assertFalse("not tried again", handover.next());
        assertEquals(List.of("nobody@siamtea.example", "malee@siamtea.example"), asked);
        assertEquals(
                List.of("nobody@siamtea.example"),
                waiting().stream().map(Confirmation::email).toList());
        captures.confirm(token(waiting().get(0)), "1");
        assertEquals(1, leads().size());
    }

    @Test
    public void aLanguageIsALanguageTag() {
        CaptureFormDraft good = draft(List.of("https://www.example.com"), null, 5);
        for (String bad : new String[] {"German", "de_DE", "de\nX: y", "x-klingon", "d"}) {
            Rejected no = assertThrows(bad, Rejected.class, () -> forms.desk().create(LeadOffice.ACTOR, in(good, bad)));
            assertEquals("language", no.fields().get(0).field());
        }
        assertEquals(
                "th",
                forms.desk().create(LeadOffice.ACTOR, in(good, " TH ")).value().language());
    }

    private static CaptureFormDraft in(CaptureFormDraft form, String language) {
        return new CaptureFormDraft(
                form.name(),
                form.origins(),
                form.fields(),
                form.consentText(),
                form.consentVersion(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                language);
    }

    @Test
    public void aBrowsersFormIsReadAsStrictlyAsJson() {
        CaptureEntry read = read("email=a%40b.example&givenName=S%C3%B8ren+K&consent=on&interest=");
        assertEquals(List.of("a@b.example", "Søren K", true), List.of(read.email(), read.givenName(), read.consent()));
        for (String bad : new String[] {"email=a&email=b", "unknown=1", "email=%C3%28", "email=%zz"}) {
            assertThrows(bad, Malformed.class, () -> read(bad));
        }
        assertThrows(TooLarge.class, () -> read("interest=" + "x".repeat(70_000)));
        assertNotEquals(Secrets.token(), Secrets.token());
    }

    private static CaptureEntry read(String body) {
        return FormBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static CaptureFormDraft draft(List<String> origins, String thanks, int mostPerHour) {
        return new CaptureFormDraft(
                "Ask for tea",
                origins,
                List.of(new CaptureField(CaptureInput.GIVEN_NAME, null), new CaptureField(CaptureInput.INTEREST, true)),
                "You may write to me about your tea.",
                "2026-11",
                null,
                thanks,
                null,
                null,
                "spring",
                3,
                mostPerHour,
                null,
                null,
                "de-de");
    }

    private String stamp() {
        return captures.page(form).stamp();
    }

    private CaptureEntry entry(String email, String stamp, String website) {
        return new CaptureEntry("Malee", null, null, email, null, "green tea", true, "2026-11", stamp, website);
    }

    private void submit(String email, String address) {
        String stamp = stamp();
        clock.forward(Duration.ofSeconds(10));
        captures.submit(form, entry(email, stamp, null), address);
    }

    private List<Confirmation> waiting() {
        return handover.waiting(LeadOffice.ACTOR, PageRequest.first()).items();
    }

    private List<Kept<Lead>> leads() {
        return office.records.leads().list(LeadOffice.ACTOR, RecordQuery.all()).items();
    }

    private static String token(Confirmation confirmation) {
        return confirmation.link().substring(confirmation.link().indexOf("token=") + 6);
    }

    private static String refused(org.junit.function.ThrowingRunnable work) {
        return assertThrows(Problem.class, work).code();
    }

    private String everything(String table) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = timed.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    all.append(rows.getString(i)).append('|');
                }
            }
        }
        return all.toString();
    }
}
