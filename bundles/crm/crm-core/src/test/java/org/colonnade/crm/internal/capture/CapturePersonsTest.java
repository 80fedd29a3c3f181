package org.colonnade.crm.internal.capture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.capture.CaptureEntry;
import org.colonnade.crm.api.capture.CaptureField;
import org.colonnade.crm.api.capture.CaptureFormDraft;
import org.colonnade.crm.api.capture.CaptureInput;
import org.colonnade.crm.api.capture.Confirmation;
import org.colonnade.crm.internal.lead.LeadOffice;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class CapturePersonsTest extends OnEachDatabase {

    private CapturePersons persons;
    private Captures captures;
    private Handover handover;

    @Before
    public void open() {
        LeadOffice office = new LeadOffice(database());
        CaptureForms forms = new CaptureForms(office.kit, office.office.tx);
        captures = new Captures(office.office.tx, forms, office.records);
        handover = new Handover(office.office.tx, forms);
        persons = new CapturePersons(office.office.tx, office.office.settings);
        for (String name : List.of("Ask for tea", "Ask for cups")) {
            String form = forms.desk().create(LeadOffice.ACTOR, form(name)).id();
            captures.submit(form, entry("Malee", "Malee@SiamTea.example"), "10.0.0.1");
            captures.submit(form, entry("Somchai", "somchai@siamtea.example"), "10.0.0.1");
        }
    }

    @Test
    public void whatIsUnconfirmedIsFoundOverAllFormsToldAndRemoved() throws IOException {
        List<PersonalRecord> found = find(facts("malee@siamtea.example"));
        assertEquals(2, found.size());
        assertEquals(
                new PersonFacts(Set.of("Malee Srisuk"), null, Set.of("malee@siamtea.example"), Set.of("+66812345678")),
                found.get(0).facts());
        Ref one = found.get(0).ref();
        assertEquals(1, find(PersonFacts.NONE, one).size());
        List<PersonalItem> items = new ArrayList<>();
        persons.export(one, new Listing(items));
        assertEquals("green tea", items.get(0).fields().get("interest"));
        assertEquals(outcomes(one, true), outcomes(one, false));
        assertEquals(1, find(facts("malee@siamtea.example")).size());
        assertEquals(Erasure.NOTHING, persons.erase(one, new ErasureContext("1", false, List.of())));
        assertEquals(3, waiting().size());
        assertEquals(List.of(), find(facts("nobody@siamtea.example")));
    }

    @Test
    public void theLinkOfWhatWasErasedIsNotKnownAnyMoreAndAConfirmedOneIsNoCaptureAnyMore() {
        List<Confirmation> links = waiting();
        PersonalRecord first = find(facts("malee@siamtea.example")).get(0);
        persons.erase(first.ref(), new ErasureContext("1", false, List.of()));
        assertThrows(NotFound.class, () -> captures.confirm(token(links.get(0)), "10.0.0.1"));
        captures.confirm(token(links.get(1)), "10.0.0.1");
        assertEquals(1, find(facts("somchai@siamtea.example")).size());
    }

    private List<Erasure.Outcome> outcomes(Ref ref, boolean preview) {
        return persons.erase(ref, new ErasureContext("1", preview, List.of())).lines().stream()
                .map(Erasure.Line::outcome)
                .toList();
    }

    private List<Confirmation> waiting() {
        return handover.waiting(LeadOffice.ACTOR, PageRequest.first()).items();
    }

    private static String token(Confirmation link) {
        return link.link().substring(link.link().indexOf("token=") + 6);
    }

    private List<PersonalRecord> find(PersonFacts facts, Ref... refs) {
        return persons.find(new PersonQuery(Set.of(refs), facts, 10));
    }

    private static PersonFacts facts(String email) {
        return new PersonFacts(Set.of(), null, Set.of(email), Set.of());
    }

    private static CaptureEntry entry(String name, String email) {
        return new CaptureEntry(name, "Srisuk", null, email, "081 234 5678", "green tea", true, "1", null, null);
    }

    private static CaptureFormDraft form(String name) {
        return new CaptureFormDraft(
                name,
                List.of("https://www.example.com"),
                List.of(
                        new CaptureField(CaptureInput.GIVEN_NAME, null),
                        new CaptureField(CaptureInput.FAMILY_NAME, null),
                        new CaptureField(CaptureInput.PHONE, null),
                        new CaptureField(CaptureInput.INTEREST, null)),
                "You may write to me.",
                "1",
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    /** Collects. */
    private record Listing(List<PersonalItem> items) implements PersonalExport {

        @Override
        public void record(PersonalItem item) {
            items.add(item);
        }

        @Override
        public void file(Ref record, String name, String mediaType, InputStream content) {
            throw new AssertionError(name);
        }
    }
}
