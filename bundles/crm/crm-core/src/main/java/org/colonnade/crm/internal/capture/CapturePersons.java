package org.colonnade.crm.internal.capture;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What people sent from web pages and nobody has confirmed yet. It is found by its e-mail address only: the rest lies in a text that is
 * looked through by nobody and goes by itself within days.
 */
@Component(service = PersonalData.class)
public class CapturePersons implements PersonalData {

    static final String KIND = "crm:capture";

    private static final String PURPOSE = "To have it confirmed by the person whose address it is";

    private final Tx tx;
    private final CrmSettings settings;

    @Activate
    public CapturePersons(@Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings) {
        this.tx = tx;
        this.settings = settings;
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        Set<String> emails = query.facts().emails().stream()
                .map(EmailRule::key)
                .filter(email -> email != null)
                .collect(Collectors.toSet());
        return tx.read(work -> {
            Map<Long, PersonalRecord> found = new LinkedHashMap<>();
            for (Ref ref : query.refs()) {
                CaptureTable.Unconfirmed sent = named(work, ref);
                if (sent != null) {
                    found.put(sent.id(), record(sent));
                }
            }
            CaptureTable.ofEmails(work, emails, query.limit()).forEach(sent -> found.put(sent.id(), record(sent)));
            return found.values().stream().limit(query.limit()).toList();
        });
    }

    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        CaptureTable.Unconfirmed sent = tx.read(work -> named(work, person));
        if (sent != null) {
            Map<String, Object> fields = new LinkedHashMap<>(Captures.texts(sent.entry()));
            fields.put("consentText", sent.consentText());
            fields.put("receivedAt", sent.receivedAt());
            fields.put("expiresAt", sent.expiresAt());
            out.record(new PersonalItem(KIND, person, PURPOSE, fields));
        }
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        return tx.write(work -> {
            CaptureTable.Unconfirmed sent = named(work, person);
            if (sent == null) {
                return Erasure.NOTHING;
            }
            Hold hold = context.hold(person).orElse(null);
            if (hold == null && !context.preview()) {
                CaptureTable.remove(work, sent.id());
            }
            return new Erasure(
                    List.of(hold == null ? Erasure.Line.erased(person, KIND) : Erasure.Line.kept(person, KIND, hold)));
        });
    }

    private static CaptureTable.Unconfirmed named(Work work, Ref ref) throws SQLException {
        boolean own = ref.module().equals("crm") && ref.type().equals("capture");
        return own ? CaptureTable.unconfirmed(work, Tsid.parse(ref.id())) : null;
    }

    private PersonalRecord record(CaptureTable.Unconfirmed sent) {
        Map<String, String> texts = Captures.texts(sent.entry());
        String name = Texts.join(" ", texts.get("givenName"), texts.get("familyName"));
        String phone = settings.phones().e164(texts.get("phone"));
        return new PersonalRecord(
                Ref.of("crm", "capture", sent.id()),
                KIND,
                new PersonFacts(
                        Texts.blank(name) ? Set.of() : Set.of(name),
                        null,
                        Set.of(EmailRule.key(texts.get("email"))),
                        phone == null ? Set.of() : Set.of(phone)));
    }
}
