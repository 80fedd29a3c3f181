package org.colonnade.crm.internal.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** A search that remembers whom it compared finds just what one finds that reads everything. */
public class RememberedSuspectsTest extends OnEachDatabase {

    private static final String[] GIVEN = {"Anna", "Anne", "Bob", "Robert", "Chloé", "สมชาย"};
    private static final String[] FAMILY = {"Doe", "Dough", "Berg", "Albachiberg", "Elvachiberg", "Lee"};

    private final MatchPolicy policy = new MatchPolicy(0.5, 0.9, Set.of("tax-id"), true);
    private Office office;

    @Before
    public void raise() {
        office = new Office(database());
    }

    /** Two nodes, each with a memory of its own, one of them a small one, take turns as they come. */
    @Test
    public void itFindsTheSamePairsWithTheSameScores() {
        List<FactMemory> nodes = List.of(new FactMemory(), new FactMemory(4 << 10), new FactMemory());
        int found = 0;
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<Long> all = new ArrayList<>();
            List<Merge> merges = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                happens(random, all, merges);
                List<Long> lot =
                        all.stream().filter(id -> random.nextInt(4) == 0).toList();
                FactMemory node = nodes.get(random.nextInt(nodes.size()));
                String name = "seed " + seed + ", step " + step;
                Suspects.Found plain = of(lot, null);
                assertEquals(name, plain, of(lot, node));
                assertEquals(name + " again", plain, of(lot, node));
                found += plain.byParty().size();
            }
        }
        assertTrue("pairs were found: " + found, found > 200);
        assertTrue(
                "something was remembered",
                nodes.get(0).size() > 50 && nodes.get(1).size() > 5);
    }

    /** The party changes after its version was asked for and before its e-mail addresses are read. */
    @Test
    public void whatChangedWhileItWasReadIsNotRemembered() {
        Party ann = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
        long id = Tsid.parse(ann.id());
        FactMemory memory = new FactMemory();
        office.tx.read(work -> {
            Connection slow = before(work.unwrap(Connection.class), "from crm_contact_point", () -> change(ann, "new"));
            return FactStore.load(slow, Set.of(id), Set.of(), memory);
        });
        assertEquals(0, memory.size());
        assertEquals(Set.of("new@x.example"), emails(id, memory));
        assertEquals(1, memory.size());
    }

    /** The party changes after its e-mail addresses were read and before its name is: what is compared then is never told again. */
    @Test
    public void whatChangedAmidReadingIsNotRemembered() {
        Party ann = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
        long id = Tsid.parse(ann.id());
        FactMemory memory = new FactMemory();
        office.tx.read(work -> {
            Connection slow = before(work.unwrap(Connection.class), "select id, kind", () -> change(ann, "new"));
            return FactStore.load(slow, Set.of(id), Set.of(), memory);
        });
        assertEquals(0, memory.size());
        assertEquals(Set.of("new@x.example"), emails(id, memory));
        change(ann, "newer");
        assertEquals(Set.of("newer@x.example"), emails(id, memory));
        office.desk.archive(Office.ACTOR, ann.id(), version -> {});
        assertEquals(Map.of(), load(id, memory));
    }

    private Set<String> emails(long id, FactMemory memory) {
        return load(id, memory).get(id).facts().emails();
    }

    private Map<Long, Suspects.Known> load(long id, FactMemory memory) {
        return office.tx.read(work -> FactStore.load(work.unwrap(Connection.class), Set.of(id), Set.of(), memory));
    }

    private void change(Party party, String name) {
        office.desk.change(
                Office.ACTOR,
                party.id(),
                version -> {},
                draft -> draft.reached(List.of(ContactPoint.of(ContactType.EMAIL, name + "@x.example"))));
    }

    /** The connection, and in another thread something happens before a statement that contains the words is prepared. */
    private static Connection before(Connection connection, String words, Runnable happens) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("prepareStatement")
                            && values[0].toString().contains(words)) {
                        Thread other = new Thread(happens);
                        other.start();
                        other.join();
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private Suspects.Found of(List<Long> lot, FactMemory memory) {
        return office.tx.write(work -> Suspects.of(work, lot, policy, memory));
    }

    /** Something that people do to parties. */
    private void happens(Random random, List<Long> all, List<Merge> merges) {
        if (all.size() < 5 || random.nextInt(3) == 0) {
            for (int i = 0; i < 8; i++) {
                all.add(Tsid.parse(office.create(draft(random)).id()));
            }
            return;
        }
        String one = Tsid.text(all.get(random.nextInt(all.size())));
        String other = Tsid.text(all.get(random.nextInt(all.size())));
        try {
            switch (random.nextInt(7)) {
                case 0 -> office.desk.archive(Office.ACTOR, one, version -> {});
                case 1 -> office.desk.restore(Office.ACTOR, one);
                case 2 -> merges.add(office.merges.merge(Office.ACTOR, MergeRequest.of(one, other)));
                case 3 -> {
                    if (!merges.isEmpty()) {
                        Merge merge = merges.remove(merges.size() - 1);
                        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
                    }
                }
                case 4 -> office.tx.write(work ->
                        new PartyStore(office.settings::phones).remove(work, all.get(random.nextInt(all.size()))));
                case 5 -> office.desk.change(
                        Office.ACTOR, one, version -> {}, draft -> PartyRule.called(draft, "Anna Doe"));
                default -> office.desk.change(Office.ACTOR, one, version -> {}, draft -> draft.reached(points(random)));
            }
        } catch (Problem refused) {
            // whoever is archived, merged or gone cannot be changed: nothing happened
        }
    }

    private static PartyDraft draft(Random random) {
        ContactPoint[] points = points(random).toArray(ContactPoint[]::new);
        PartyDraft draft = random.nextInt(4) == 0
                ? PartyDraft.organisation(pick(random, FAMILY) + " Works Ltd", points)
                : PartyDraft.person(pick(random, GIVEN), pick(random, FAMILY), points);
        return random.nextInt(4) > 0
                ? draft
                : draft.revised()
                        .identifiers(List.of(new Identifier("tax-id", random.nextInt(4) + "-" + random.nextInt(1000))))
                        .draft();
    }

    private static List<ContactPoint> points(Random random) {
        List<ContactPoint> points = new ArrayList<>();
        if (random.nextBoolean()) {
            points.add(ContactPoint.of(ContactType.EMAIL, "someone" + random.nextInt(9) + "@x.example"));
        }
        if (random.nextBoolean()) {
            points.add(ContactPoint.of(ContactType.PHONE, "+66 81 000 100" + random.nextInt(9)));
        }
        if (random.nextInt(3) == 0) {
            String street = random.nextInt(3) + " Station Road";
            points.add(ContactPoint.of(new PostalAddress(null, null, street, "Bangkok", null, "10110", null), "home"));
        }
        return points;
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
