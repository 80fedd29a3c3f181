package org.colonnade.crm.internal.capture;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.colonnade.crm.api.capture.CaptureEntry;
import org.colonnade.crm.api.capture.CaptureForm;
import org.colonnade.crm.api.capture.CapturePage;
import org.colonnade.crm.api.event.LeadCaptured;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.domain.lead.CaptureRule;
import org.colonnade.crm.internal.lead.LeadRecords;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooMany;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes in what people send from web pages, and makes leads of it once they have confirmed it. What is answered never depends on whether
 * an address is known.
 */
@Component(service = Captures.class)
public class Captures {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STAMP = Duration.ofDays(1);
    private static final int MOST_LETTERS = 3;

    private final Tx tx;
    private final CaptureForms forms;
    private final LeadRecords leads;

    @Activate
    public Captures(
            @Reference(target = "(module=crm)") Tx tx, @Reference CaptureForms forms, @Reference LeadRecords leads) {
        this.tx = tx;
        this.forms = forms;
        this.leads = leads;
    }

    /** The form, for the answer's redirects and origins. @throws NotFound {@code crm.capture.form-unknown} */
    public CaptureForm form(String id) {
        return ofForm(id, () -> tx.read(work -> active(work, id)).value());
    }

    /** Whoever fills in a form works for nobody: what is done is done in the company of the form. */
    private <T> T ofForm(String id, Supplier<T> work) {
        long form = Tsid.parse(id);
        return in(tx.everywhere().read(all -> CaptureTable.companyOfForm(all, form)), work);
    }

    private <T> T ofToken(String token, Supplier<T> work) {
        return in(
                wellFormed(token) ? tx.everywhere().read(all -> CaptureTable.companyOfToken(all, token)) : null, work);
    }

    private static <T> T in(Long company, Supplier<T> work) {
        Caller caller = Caller.current();
        try (Caller.Binding bound =
                caller.in(company == null ? caller.company() : company).bind()) {
            return work.get();
        }
    }

    /** What a web page shows. */
    public CapturePage page(String id) {
        return ofForm(
                id,
                () -> tx.read(work -> {
                    CaptureForm form = active(work, id).value();
                    return new CapturePage(
                            id,
                            form.name(),
                            form.fields(),
                            form.consentText(),
                            form.consentVersion(),
                            Secrets.stamp(CaptureTable.key(work, Tsid.parse(id)), id, work.now()));
                }));
    }

    /**
     * Keeps what was filled in until it is confirmed, and has a link sent.
     *
     * @param address the network address that it came from
     * @throws Rejected {@code crm.capture.invalid} with the fields, {@code crm.capture.too-fast}, {@code crm.capture.stamp}
     * @throws TooMany {@code crm.capture.too-many}
     */
    public void submit(String id, CaptureEntry entry, String address) {
        ofForm(
                id,
                () -> tx.write(work -> {
                    CaptureForm form = active(work, id).value();
                    if (!Texts.blank(entry.website())) {
                        return null;
                    }
                    Fields faults = new Fields();
                    CaptureRule.look(faults, entry, form);
                    faults.orReject("crm.capture.invalid");
                    byte[] key = CaptureTable.lockedKey(work, Tsid.parse(id));
                    opened(work, id, form, entry, key);
                    keep(work, Tsid.parse(id), form, entry, key, address);
                    return null;
                }));
    }

    private static void opened(Work work, String id, CaptureForm form, CaptureEntry entry, byte[] key) {
        if (form.leastSeconds() == 0) {
            return;
        }
        Duration age = Secrets.age(key, id, entry.stamp(), work.now());
        if (age == null || age.isNegative() || age.compareTo(STAMP) > 0) {
            throw new Rejected("crm.capture.stamp", "Open the form again, then send it.")
                    .field("stamp", "is none of today");
        }
        if (age.compareTo(Duration.ofSeconds(form.leastSeconds())) < 0) {
            throw new Rejected("crm.capture.too-fast", "That was fast; wait a moment, then send it again.");
        }
    }

    private static void keep(Work work, long id, CaptureForm form, CaptureEntry entry, byte[] key, String address)
            throws SQLException {
        String from = Secrets.print(key, "address", address);
        if (CaptureTable.fromAddress(work, id, from, work.now().minus(HOUR)) >= form.mostPerHour()) {
            throw new TooMany(
                    "crm.capture.too-many", "This form was sent too often from there; try again later.", HOUR);
        }
        String to = Secrets.print(key, "email", EmailRule.key(entry.email()));
        if (CaptureTable.toEmail(work, id, to) >= MOST_LETTERS) {
            // nobody's letter box is filled through a form; the answer is the same
            return;
        }
        CaptureTable.add(
                work,
                id,
                Secrets.token(),
                work.now().plus(Duration.ofHours(form.hoursToConfirm())),
                to,
                from,
                form.consentText(),
                form.consentVersion(),
                Json.write(texts(entry)));
    }

    private static List<Map<String, String>> texts(CaptureEntry entry) {
        Map<String, String> texts = new TreeMap<>();
        put(texts, "givenName", entry.givenName());
        put(texts, "familyName", entry.familyName());
        put(texts, "organisation", entry.organisation());
        put(texts, "email", entry.email());
        put(texts, "phone", entry.phone());
        put(texts, "interest", entry.interest());
        return List.of(texts);
    }

    private static void put(Map<String, String> texts, String name, String value) {
        if (!Texts.blank(value)) {
            texts.put(name, value.strip());
        }
    }

    static Map<String, String> texts(String json) {
        return Json.read(json, new TypeReference<List<Map<String, String>>>() {})
                .get(0);
    }

    /**
     * What waits behind a link.
     *
     * @param form where it was sent from
     * @param consentText what was agreed to
     * @param confirmed whether it was confirmed already
     */
    public record Waiting(CaptureForm form, String consentText, boolean confirmed) {}

    /**
     * What belongs to the token; changes nothing.
     *
     * @throws NotFound {@code crm.capture.token-unknown}: unknown or expired
     */
    public Waiting waiting(String token) {
        return ofToken(
                token,
                () -> tx.read(work -> {
                    CaptureTable.Sent sent = living(work, wellFormed(token) ? CaptureTable.found(work, token) : null);
                    return new Waiting(origin(work, sent).value(), sent.consentText(), sent.confirmed());
                }));
    }

    private static boolean wellFormed(String token) {
        return token != null && token.length() == Secrets.TOKEN_LENGTH;
    }

    private static CaptureTable.Sent living(Work work, CaptureTable.Sent sent) {
        if (sent == null || !sent.confirmed() && !sent.expiresAt().isAfter(work.now())) {
            throw new NotFound("crm.capture.token-unknown", "This link is not known, or it has expired.");
        }
        return sent;
    }

    private Kept<CaptureForm> origin(Work work, CaptureTable.Sent sent) throws SQLException {
        return forms.desk().find(work, List.of(Tsid.text(sent.form()))).get(0);
    }

    /**
     * Makes a lead of what belongs to the token, the first time; every further time changes nothing.
     *
     * @return the form that it came from, for the redirect
     * @throws NotFound {@code crm.capture.token-unknown}: unknown or expired
     */
    public CaptureForm confirm(String token, String address) {
        return ofToken(
                token,
                () -> tx.write(work -> {
                    CaptureTable.Sent sent = living(work, wellFormed(token) ? CaptureTable.locked(work, token) : null);
                    Kept<CaptureForm> form = origin(work, sent);
                    if (!sent.confirmed()) {
                        confirm(work, sent, form, address);
                    }
                    return form.value();
                }));
    }

    private void confirm(Work work, CaptureTable.Sent sent, Kept<CaptureForm> form, String address)
            throws SQLException {
        Map<String, String> texts = texts(sent.entry());
        Kept<Lead> lead = leads.add(
                work,
                new LeadDraft(
                        texts.get("givenName"),
                        texts.get("familyName"),
                        texts.get("organisation"),
                        texts.get("email"),
                        texts.get("phone"),
                        form.value().source(),
                        form.value().campaign(),
                        null,
                        null,
                        texts.get("interest"),
                        null));
        String from = Secrets.print(CaptureTable.key(work, sent.form()), "address", address);
        CaptureTable.confirmed(work, sent, Tsid.parse(lead.id()), from);
        Ref ref = LeadRecords.LEAD.ref(lead.id());
        work.publish(new LeadCaptured(ref, Ref.of("crm", "capture-form", sent.form()), sent.consentVersion()));
    }

    /** Removes some of what nobody has confirmed in time. @return whether there may be more */
    public boolean expire() {
        return tx.write(CaptureTable::expire) > 0;
    }

    private Kept<CaptureForm> active(Work work, String id) throws SQLException {
        List<Kept<CaptureForm>> found =
                Tsid.parse(id) < 0 ? List.of() : forms.desk().find(work, List.of(id));
        if (found.isEmpty() || found.get(0).archived() || !found.get(0).value().active()) {
            throw new NotFound("crm.capture.form-unknown", "There is no such form.");
        }
        return found.get(0);
    }
}
