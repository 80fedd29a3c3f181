package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.records.internal.rights.Access;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.records.internal.scoped.ScopedTables;
import org.colonnade.platform.records.internal.scoped.Visit;
import org.colonnade.platform.records.internal.scoped.VisitDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Whose events somebody sees: those of the records that the same person sees. */
public class EventsInViewTest extends OnEachDatabase {

    private static final RecordKind<Visit, VisitDraft> VISIT = RecordKind.of(Visit.class, VisitDraft.class);
    private static final Set<String> RIGHTS = Set.of("sample.visit.read", "sample.visit.change", EventSight.READ);

    private final PaperTeams office = new PaperTeams();
    private Upkeep<Visit, VisitDraft> visits;
    private FieldRights rights;
    private EventsInView sight;
    private Entry ours;
    private Entry theirs;
    private Entry user;
    private Entry gone;

    @Before
    public void open() {
        Companions companions = new Companions();
        companions.teams = office;
        companions.audit = database().auditLog();
        ScopedTables.make(database().tx("sample"));
        rights = new FieldRights(database().tx("records"));
        visits = new Upkeep<>(VISIT, database().tx("sample"), rights, companions);
        office.people.addAll(List.of("p0", "p1", "p2", "p3"));
        office.team("t0", null, "p0", "p2").team("t1", "t0", "p2").team("t2", null, "p3");
        Shelf shelf = new Shelf(nobody(), companions);
        shelf.here(new Visits());
        sight = new EventsInView(List.of(new KindAccess(shelf)));
        ours = event("sample:visit:" + made("p2", "t1"));
        theirs = event("sample:visit:" + made("p3", "t2"));
        gone = event("sample:visit:0AAAAAAAAAAAA");
        user = event("platform:user:0AAAAAAAAAAAA");
    }

    @Test
    public void eachSeesTheEventsOfItsOwnReach() {
        assertEquals(List.of(ours), seen(office.actor("p0", RIGHTS, narrowed(Reach.TEAM))));
        assertEquals(List.of(theirs), seen(office.actor("p3", RIGHTS, narrowed(Reach.OWN))));
        assertEquals(List.of(), seen(office.actor("p1", RIGHTS, narrowed(Reach.TEAM))));
        assertEquals(List.of(ours, theirs, gone), seen(office.actor("p1", RIGHTS, Map.of())));
    }

    @Test
    public void aRightThatIsMissingShowsNothing() {
        assertEquals(List.of(), seen(office.actor("p1", Set.of("sample.visit.read"), Map.of())));
        assertEquals(List.of(), seen(office.actor("p1", Set.of(EventSight.READ), Map.of())));
        assertEquals(
                List.of(ours, theirs, user, gone),
                sight.seen(
                        office.actor("p1", Set.of(EventSight.READ_ALL), Map.of()), List.of(ours, theirs, user, gone)));
        assertEquals(
                List.of(ours, theirs, user, gone), sight.seen(Actor.system("test"), List.of(ours, theirs, user, gone)));
    }

    @Test
    public void aRecordThatMovesTakesItsEventsAlong() {
        Actor clerk = office.actor("p0", RIGHTS, narrowed(Reach.TEAM));
        String id = Ref.parse(ours.subject()).id();
        visits.change(
                Actor.system("test"),
                id,
                v -> {},
                draft -> new VisitDraft("Phuket", 1, PaperTeams.person("p3"), PaperTeams.teamRef("t2")));
        assertEquals(List.of(), seen(clerk));
    }

    @Test
    public void whoDoesNotSeeAllFieldsSeesNoData() {
        Actor clerk = office.actor("p0", RIGHTS, narrowed(Reach.TEAM));
        rights.put(Actor.system("test"), new FieldRights.Right("r", "sample:visit", "place", Access.MASK));
        List<Entry> seen = seen(clerk);
        assertEquals(List.of(ours.id()), seen.stream().map(Entry::id).toList());
        assertEquals("{}", seen.get(0).data());
    }

    private List<Entry> seen(Actor actor) {
        return sight.seen(actor, List.of(ours, theirs, user, gone, event("no reference")));
    }

    private static Map<String, Reach> narrowed(Reach reach) {
        return Map.of("sample.visit.read", reach, "sample.visit.change", reach);
    }

    private String made(String owner, String team) {
        return visits.create(
                        Actor.system("test"),
                        new VisitDraft("Bangkok", 1, PaperTeams.person(owner), PaperTeams.teamRef(team)))
                .id();
    }

    private static Entry event(String subject) {
        return new Entry(subject, 1, "sample.visit.made", subject, Instant.EPOCH, "platform:user:A", "-", "{\"a\":1}");
    }

    /** A framework in which nobody asks for services. */
    private static BundleContext nobody() {
        Object registration = Proxy.newProxyInstance(
                EventsInViewTest.class.getClassLoader(),
                new Class<?>[] {ServiceRegistration.class},
                (self, method, given) -> null);
        return (BundleContext) Proxy.newProxyInstance(
                EventsInViewTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (self, method, given) -> registration);
    }

    /** The function that keeps visits. */
    private final class Visits implements Module {

        @Override
        public String id() {
            return "sample";
        }

        @Override
        public Map<String, String> labels() {
            return Map.of();
        }

        @Override
        public List<Permission> permissions() {
            return VISIT.permissions();
        }

        @Override
        public List<RecordDesk<?, ?>> records() {
            return List.of(visits);
        }

        @Override
        public List<Object> resources() {
            return List.of();
        }
    }
}
