package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.Erasure.Outcome;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.security.Accounts.UserDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Accounts as what they also are: data about persons. */
public class AccountPersonsTest extends OnEachDatabase {

    private static final String MAIL = "malee@siamtea.example";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;
    private AccountPersons persons;
    private Ref malee;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
        persons = new AccountPersons(
                office.tx,
                office.passwords,
                office.doorkeeper,
                database().redaction(),
                database().auditLog());
        malee = ref(office.users.add(
                Office.SYSTEM, new UserDraft("Malee@siamtea.example", "Malee Srisuk", Office.PASSWORD, Set.of())));
        office.add("somchai");
    }

    @Test
    public void anAccountIsFoundByItsIdItsAddressOrItsName() {
        PersonFacts facts = new PersonFacts(Set.of("Malee Srisuk"), null, Set.of(MAIL), Set.of());
        assertEquals(
                List.of(new PersonalRecord(malee, "platform:user", facts)),
                find(new PersonFacts(Set.of(), null, Set.of(MAIL), Set.of())));
        assertEquals(
                1,
                find(new PersonFacts(Set.of("malee SRISUK"), null, Set.of(), Set.of()))
                        .size());
        assertEquals(1, find(PersonFacts.NONE, malee).size());
        assertEquals(List.of(), find(new PersonFacts(Set.of("Malee"), null, Set.of(), Set.of("+66812345678"))));
        assertEquals(List.of(), find(PersonFacts.NONE, new Ref("crm", "party", malee.id())));
        assertEquals(
                "a sign-in name is no person's name",
                PersonFacts.NONE,
                find(new PersonFacts(Set.of("somchai"), null, Set.of(), Set.of()))
                        .get(0)
                        .facts());
    }

    @Test
    public void anExportTellsAccountAndTokensAndNoSecret() throws IOException {
        String token = office.signIn(MAIL);
        List<PersonalItem> items = new ArrayList<>();
        persons.export(malee, new Listing(items));
        assertEquals(
                List.of("platform:user", "platform:token"),
                items.stream().map(PersonalItem::kind).toList());
        assertEquals("Malee Srisuk", items.get(0).fields().get("displayName"));
        assertFalse(items.toString().contains(token));
        assertFalse(items.toString().contains("argon2"));
        persons.export(new Ref("crm", "party", malee.id()), new Listing(items));
        assertEquals(2, items.size());
    }

    @Test
    public void anAccountInUseIsKeptAndADisabledOneBecomesNobodys() {
        Erasure inUse = persons.erase(malee, context(false));
        assertEquals(Outcome.KEPT, inUse.lines().get(0).outcome());
        office.signIn(MAIL);
        office.users.enable(Office.SYSTEM, MAIL, version -> {}, false);
        assertEquals(
                Outcome.ANONYMISED,
                persons.erase(malee, context(true)).lines().get(0).outcome());
        assertEquals(
                "a preview stores nothing",
                "Malee Srisuk",
                office.users.get(MAIL).displayName());
        assertEquals(persons.erase(malee, context(false)), persons.erase(malee, context(false)));
        User nobody = office.users.page(PageRequest.first()).items().stream()
                .filter(user -> user.id().equals(malee.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("erased", false, Set.of()), List.of(nobody.displayName(), nobody.enabled(), nobody.roles()));
        assertThrows(Unauthenticated.class, () -> office.signIn(MAIL));
        assertThrows(Unauthenticated.class, () -> office.signIn(nobody.name()));
        office.users.enable(Office.SYSTEM, nobody.name(), version -> {}, true);
        assertThrows("its password went too", Unauthenticated.class, () -> office.signIn(nobody.name()));
        assertNowhere("srisuk");
        assertNowhere("malee");
    }

    @Test
    public void whatIsHeldStays() {
        office.users.enable(Office.SYSTEM, MAIL, version -> {}, false);
        Hold hold = new Hold(malee, "Proof of bookings", "§ 147 AO", LocalDate.parse("2036-12-31"));
        Erasure.Line line = persons.erase(malee, new ErasureContext("1", false, List.of(hold)))
                .lines()
                .get(0);
        assertEquals(Outcome.KEPT, line.outcome());
        assertEquals(hold.until(), line.until());
        assertEquals("Malee Srisuk", office.users.get(MAIL).displayName());
        assertEquals(Erasure.NOTHING, persons.erase(new Ref("crm", "party", "0AAAAAAAAAAAA"), context(false)));
    }

    private void assertNowhere(String text) {
        database().placeEvents();
        database().eventLog().entries(null, new PageRequest(100, null)).items().stream()
                .map(Object::toString)
                .forEach(event ->
                        assertFalse(event, event.toLowerCase(Locale.ROOT).contains(text)));
        office.audit()
                .forEach(entry -> assertFalse(
                        entry.toString(),
                        entry.toString().toLowerCase(Locale.ROOT).contains(text)));
    }

    private List<PersonalRecord> find(PersonFacts facts, Ref... refs) {
        return persons.find(new PersonQuery(Set.of(refs), facts, 10));
    }

    private static ErasureContext context(boolean preview) {
        return new ErasureContext("case-1", preview, List.of());
    }

    private static Ref ref(User user) {
        return new Ref("platform", "user", user.id());
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
