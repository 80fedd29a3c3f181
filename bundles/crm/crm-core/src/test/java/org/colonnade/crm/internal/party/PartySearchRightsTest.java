package org.colonnade.crm.internal.party;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyRoleDraft;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.role.RoleRecords;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.Access;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Whoever does not see all searched fields of parties finds by words what they would find if the others were empty, and nothing else. */
public class PartySearchRightsTest extends OnEachDatabase {

    private static final Actor TRAINEE = new Actor(
            Ref.of("platform", "user", 7),
            "Trainee",
            Set.of(PartyDirectory.READ, "crm.party-role.read"),
            false,
            Set.of("trainee"));
    private static final List<String> WORDS = List.of(
            "Ann",
            "O'Brien",
            "Müller",
            "Siam",
            "Tea",
            "Jean-Luc",
            "สมชาย",
            "น้ำตาล",
            "Lee",
            "a1",
            "081 234 5678",
            "rice@tea.example");
    private static final List<String> FIELDS =
            List.of("organisation", "unit", "jobTitle", "contactPoints", "tags", "name");

    private final Random random = new Random(20261130);
    private Office office;
    private FieldRights rights;

    @Before
    public void open() {
        rights = new FieldRights(database().tx("records"));
        office = new Office(database(), new KeptRecords(rights, new Companions()));
    }

    private void withheld(String field, Access access) {
        rights.put(Office.ACTOR, new FieldRights.Right("trainee", "crm:party", field, access));
    }

    private String some(int most) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            words.add(WORDS.get(random.nextInt(10)));
        }
        return String.join(" ", words);
    }

    private PartyDraft draft() {
        List<ContactPoint> points = new ArrayList<>();
        if (random.nextBoolean()) {
            points.add(ContactPoint.of(ContactType.PHONE, "08" + (random.nextBoolean() ? "1 234 5678" : "2 234 5678")));
        }
        if (random.nextBoolean()) {
            points.add(ContactPoint.of(ContactType.EMAIL, (random.nextBoolean() ? "rice" : "ann") + "@tea.example"));
        }
        return PartyDraft.person(some(2), some(2))
                .revised()
                .displayName(some(2))
                .organisation(random.nextBoolean() ? some(2) : null)
                .unit(random.nextBoolean() ? some(1) : null)
                .jobTitle(random.nextBoolean() ? some(2) : null)
                .contactPoints(points)
                .tags(random.nextBoolean() ? List.of(some(1)) : List.of())
                .draft();
    }

    /** What is left of a party whose fields are withheld. */
    private static PartyDraft left(PartyDraft whole, Set<String> withheld) {
        return whole.revised()
                .name(withheld.contains("name") ? null : whole.name())
                .organisation(withheld.contains("organisation") ? null : whole.organisation())
                .unit(withheld.contains("unit") ? null : whole.unit())
                .jobTitle(withheld.contains("jobTitle") ? null : whole.jobTitle())
                .contactPoints(withheld.contains("contactPoints") ? List.of() : whole.contactPoints())
                .tags(withheld.contains("tags") ? List.of() : whole.tags())
                .draft();
    }

    @Test
    public void aSearchIsOneInWhatIsSeen() {
        Map<String, PartyDraft> all = new TreeMap<>();
        for (int i = 0; i < 90; i++) {
            PartyDraft draft = draft();
            all.put(office.create(draft).id(), draft);
        }
        int found = 0;
        for (int round = 0; round < 2; round++) {
            Set<String> withheld = new TreeSet<>();
            for (String field : FIELDS) {
                boolean without = random.nextInt(3) == 0 || withheld.isEmpty() && field.equals("name");
                withheld(field, without ? Access.values()[random.nextInt(2)] : Access.WRITE);
                if (without) {
                    withheld.add(field);
                }
            }
            Map<String, String> twins = new TreeMap<>();
            all.forEach((id, draft) ->
                    twins.put(office.create(left(draft, withheld)).id(), id));
            for (int i = 0; i < 8; i++) {
                String words = i < 2 ? WORDS.get(10 + i) : some(2);
                Set<String> expected = new TreeSet<>();
                everyPage(Office.ACTOR, words).stream()
                        .filter(twins::containsKey)
                        .forEach(twin -> expected.add(twins.get(twin)));
                Set<String> seen = new TreeSet<>(everyPage(TRAINEE, words));
                seen.retainAll(all.keySet());
                assertEquals(withheld + " withheld, " + words, expected, seen);
                found += seen.size();
            }
        }
        assertTrue("something is found: " + found, found > 20);
    }

    @Test
    public void whatWasSaidInNotesIsNotSearchedWhereSomethingIsWithheld() {
        String id = office.person("Ann", "Lee").id();
        office.desk.addNote(Office.ACTOR, id, new NoteDraft("prefers jasmine"));
        assertEquals(List.of(id), everyPage(TRAINEE, "jasmine"));
        withheld("jobTitle", Access.NONE);
        assertEquals(List.of(), everyPage(TRAINEE, "jasmine"));
        assertEquals(List.of(id), everyPage(TRAINEE, "ann"));
    }

    @Test
    public void whoSeesNothingThatIsSearchedIsRefused() {
        office.records.desk().kind().fields().stream()
                .filter(field -> field.searched())
                .forEach(field -> withheld(field.name(), Access.MASK));
        assertEquals(
                "platform.search.unavailable",
                assertThrows(Rejected.class, () -> everyPage(TRAINEE, "ann")).code());
    }

    @Test
    public void rolesThatAreWithheldAreNoWayToFindParties() {
        String id = office.person("Ann", "Lee").id();
        RoleRecords roles =
                new RoleRecords(new KeptRecords(rights, new Companions()), office.tx, office.directory, office.records);
        roles.desk()
                .create(
                        Office.ACTOR,
                        new PartyRoleDraft(Ref.parse("crm:party:" + id), "customer", LocalDate.EPOCH, null, null));
        assertEquals(List.of(id), ids(TRAINEE, RecordQuery.all().where("roles==customer")));
        for (Access access : List.of(Access.NONE, Access.MASK)) {
            rights.put(Office.ACTOR, new FieldRights.Right("trainee", "crm:party-role", "role", access));
            for (String filter : List.of("roles==customer", "roles!=*", "kind==PERSON;roles==c*")) {
                assertEquals(
                        "platform.filter.unknown-field",
                        assertThrows(
                                        Rejected.class,
                                        () -> ids(TRAINEE, RecordQuery.all().where(filter)))
                                .code());
            }
        }
        rights.put(Office.ACTOR, new FieldRights.Right("trainee", "crm:party-role", "role", Access.READ));
        assertEquals(List.of(id), ids(TRAINEE, RecordQuery.all().where("roles==customer")));
    }

    private List<String> everyPage(Actor actor, String words) {
        return ids(actor, new RecordQuery(null, words, null, null, null, null));
    }

    private List<String> ids(Actor actor, RecordQuery query) {
        List<String> ids = new ArrayList<>();
        int size = 1 + random.nextInt(60);
        String after = null;
        do {
            Page<Kept<PartyRecord>> page = office.records.desk().list(actor, query.at(new PageRequest(size, after)));
            assertTrue(
                    "a page that goes on is full",
                    page.next() == null || page.items().size() == size);
            page.items().forEach(party -> ids.add(party.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }
}
