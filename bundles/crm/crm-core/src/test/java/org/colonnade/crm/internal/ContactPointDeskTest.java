package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.crm.api.Bounce;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactPointDesk.Versioned;
import org.colonnade.crm.api.ContactPointDraft;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.crm.internal.invariant.OnePrimary;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.records.internal.rights.Access;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Contact points are changed one by one, and stay who they are. */
public class ContactPointDeskTest extends OnEachDatabase {

    private static final LongConsumer ANY = version -> {};
    private static final ContactPointDraft PHONE = draft(ContactType.PHONE, "081 234 5678");

    private Office office;
    private Party ann;

    @Before
    public void open() {
        office = new Office(database());
        ann = office.person(
                "Ann",
                "Lee",
                ContactPoint.of(ContactType.EMAIL, "ann@x.example", "work"),
                ContactPoint.of(ContactType.EMAIL, "ann@home.example", "home"));
    }

    private static ContactPointDraft draft(ContactType type, String value) {
        return ContactPointDraft.of(ContactPoint.of(type, value));
    }

    private ContactPoint point(int place) {
        return points().get(place);
    }

    private List<ContactPoint> points() {
        assertEquals(List.of(), new OnePrimary(office.tx).counterExamples(5));
        List<ContactPoint> points = office.points.list(Office.ACTOR, ann.id()).value();
        assertEquals(points, office.directory.get(Office.ACTOR, ann.id()).contactPoints());
        return points;
    }

    private static void refused(String code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(Problem.class, call).code());
    }

    private List<String> events(String type) {
        database().placeEvents();
        return database().eventLog().entries(type, PageRequest.first()).items().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    public void oneIsAddedChangedAndTakenAway() {
        Versioned<ContactPoint> made = office.points.add(Office.ACTOR, ann.id(), ANY, PHONE);
        assertEquals("+66812345678", made.value().normalised());
        assertTrue("the only one of its type comes first", made.value().primary());
        assertEquals(2, made.version());
        String id = made.value().id();
        Versioned<ContactPoint> changed = office.points.change(
                Office.ACTOR,
                ann.id(),
                id,
                version -> Versions.match("\"2\"", version),
                present -> ContactPointDraft.of(PointChange.of(present.point(null))
                        .valid(LocalDate.of(2026, 1, 1), null)
                        .serves(List.of("cell"), "private")
                        .make()));
        assertEquals(id, changed.value().id());
        assertEquals("private", changed.value().label());
        assertEquals(changed, office.points.get(Office.ACTOR, ann.id(), id));
        assertEquals(4, office.points.remove(Office.ACTOR, ann.id(), id, ANY));
        refused("crm.contact-point.not-found", () -> office.points.get(Office.ACTOR, ann.id(), id));
        assertEquals(2, points().size());
    }

    @Test
    public void whoeverComesFirstDoesItAlone() {
        ContactPoint second = point(1);
        office.points.change(Office.ACTOR, ann.id(), second.id(), ANY, primary(true));
        assertEquals(
                List.of(false, true),
                points().stream().map(ContactPoint::primary).toList());
        office.points.change(Office.ACTOR, ann.id(), second.id(), ANY, primary(false));
        assertEquals(
                List.of(true, false),
                points().stream().map(ContactPoint::primary).toList());
        office.points.remove(Office.ACTOR, ann.id(), point(0).id(), ANY);
        assertTrue(point(0).primary());
        office.points.change(Office.ACTOR, ann.id(), point(0).id(), ANY, primary(false));
        assertTrue("there is no other", point(0).primary());
    }

    private static UnaryOperator<ContactPointDraft> primary(boolean first) {
        return present -> ContactPointDraft.of(
                PointChange.of(present.point(null)).primary(first).make());
    }

    @Test
    public void idsStayWhenSomebodySendsTheWholeList() {
        List<ContactPoint> before = points();
        office.desk.change(
                Office.ACTOR,
                ann.id(),
                ANY,
                draft -> draft.reached(List.of(
                        ContactPoint.of(ContactType.WEB, "https://x.example"),
                        ContactPoint.of(ContactType.EMAIL, "ann@home.example"),
                        ContactPoint.of(ContactType.EMAIL, "Ann@X.example", "work"))));
        List<ContactPoint> after = points();
        assertEquals(before.get(1).id(), after.get(0).id());
        assertEquals(before.get(0).id(), after.get(1).id());
        assertNotNull(after.get(2).id());
        assertNotEquals(after.get(1).id(), after.get(2).id());
        office.cards(ImportTest.card(
                "UID:" + ann.identifiers().get(0).value(), "FN:Ann Lee", "EMAIL:ann@home.example", "TEL:0812345678"));
        assertEquals(before.get(1).id(), point(0).id());
        assertTrue(points().stream().allMatch(one -> one.id() != null));
    }

    @Test
    public void whoWasReachedIsVerifiedUntilTheValueChanges() {
        String id = point(0).id();
        Versioned<ContactPoint> verified = office.points.verify(Office.ACTOR, ann.id(), id, ANY);
        assertNotNull(verified.value().verifiedAt());
        assertEquals(Office.ACTOR.ref().toString(), verified.value().verifiedBy());
        assertEquals(verified.value(), point(0));
        assertEquals(1, events("crm.contactpoint.verified").size());
        office.desk.change(
                Office.ACTOR,
                ann.id(),
                ANY,
                draft -> draft.reached(
                        draft.contactPoints().stream().map(PointChange::bare).toList()));
        assertEquals("what a caller leaves out stays", verified.value(), point(0));
        office.points.change(Office.ACTOR, ann.id(), id, ANY, present -> draft(ContactType.EMAIL, "lee@x.example"));
        assertEquals(id, point(0).id());
        assertNull(point(0).verifiedAt());
    }

    @Test
    public void whatComesBackForEverIsNotUsedAnyMore() {
        String id = point(0).id();
        Versioned<ContactPoint> once =
                office.points.bounce(Office.ACTOR, ann.id(), id, ANY, new Bounce(false, "mailbox full"));
        assertEquals(Integer.valueOf(1), once.value().bounces());
        assertFalse(once.value().doNotUse());
        assertTrue(once.value().primary());
        office.points.bounce(Office.ACTOR, ann.id(), id, ANY, new Bounce(true, "550 5.1.1 no such mailbox"));
        ContactPoint locked = point(0);
        assertEquals(Integer.valueOf(2), locked.bounces());
        assertTrue(locked.doNotUse());
        assertEquals("550 5.1.1 no such mailbox", locked.doNotUseReason());
        assertFalse("another one serves", locked.primary());
        assertTrue(point(1).primary());
        assertEquals(2, events("crm.contactpoint.bounced").size());
        office.points.verify(Office.ACTOR, ann.id(), id, ANY);
        assertNull(point(0).bounces());
        assertTrue("somebody else says that it may be used", point(0).doNotUse());
        office.points.change(
                Office.ACTOR,
                ann.id(),
                id,
                ANY,
                present -> ContactPointDraft.of(PointChange.of(present.point(null))
                        .doNotUse(false, null)
                        .make()));
        assertNull(point(0).doNotUseReason());
        refused(
                "crm.contact-point.invalid",
                () -> office.points.bounce(Office.ACTOR, ann.id(), id, ANY, new Bounce(true, "x".repeat(501))));
    }

    @Test
    public void everyStepIsInTheHistoryOfTheParty() {
        String id =
                office.points.add(Office.ACTOR, ann.id(), ANY, PHONE).value().id();
        office.points.verify(Office.ACTOR, ann.id(), id, ANY);
        office.points.bounce(Office.ACTOR, ann.id(), id, ANY, new Bounce(null, null));
        database().chainAudit();
        List<Entry> entries = database()
                .auditLog()
                .history(ann.ref(), new PageRequest(10, null))
                .items();
        assertEquals(
                List.of("contact-point-bounced 4", "contact-point-verified 3", "changed 2", "created 1"),
                entries.stream()
                        .map(entry -> entry.action() + ' ' + entry.version())
                        .toList());
        assertTrue(entries.get(1).after(), entries.get(1).after().contains("verifiedAt"));
    }

    @Test
    public void whatIsWrongIsRefused() {
        String id = point(0).id();
        List<String> nobody = List.of("none", "", "0SAP1TKV6BGD7", "'; drop table crm_party");
        for (String none : nobody) {
            refused("crm.party.not-found", () -> office.points.list(Office.ACTOR, none));
            refused("crm.party.not-found", () -> office.points.verify(Office.ACTOR, none, id, ANY));
            refused("crm.contact-point.not-found", () -> office.points.verify(Office.ACTOR, ann.id(), none, ANY));
            refused(
                    "crm.contact-point.not-found",
                    () -> office.points.change(Office.ACTOR, ann.id(), none, ANY, one -> one));
        }
        LongConsumer stale = version -> Versions.match("\"7\"", version);
        refused("platform.record.stale", () -> office.points.verify(Office.ACTOR, ann.id(), id, stale));
        refused("platform.record.stale", () -> office.points.add(Office.ACTOR, ann.id(), stale, PHONE));
        refused("platform.record.stale", () -> office.points.remove(Office.ACTOR, ann.id(), id, stale));
        refused(
                "crm.party.invalid",
                () -> office.points.add(Office.ACTOR, ann.id(), ANY, draft(ContactType.EMAIL, "nowhere")));
        refused("crm.party.invalid", () -> office.points.add(Office.ACTOR, ann.id(), ANY, draft(null, "x")));
        assertTrue(events("crm.contactpoint.verified").isEmpty());
    }

    @Test
    public void whoMayNotSeeOrChangeContactPointsIsRefused() {
        right("trainee", Access.NONE);
        right("clerk", Access.READ);
        String id = point(0).id();
        Actor trainee = actor("trainee");
        Actor clerk = actor("clerk");
        refused("platform.field.withheld", () -> office.points.list(trainee, ann.id()));
        refused("platform.field.withheld", () -> office.points.add(trainee, ann.id(), ANY, PHONE));
        refused("platform.field.withheld", () -> office.points.verify(trainee, ann.id(), id, ANY));
        assertEquals(2, office.points.list(clerk, ann.id()).value().size());
        refused("platform.field.not-writable", () -> office.points.add(clerk, ann.id(), ANY, PHONE));
        refused("platform.field.not-writable", () -> office.points.verify(clerk, ann.id(), id, ANY));
        refused(
                "platform.field.not-writable",
                () -> office.points.bounce(clerk, ann.id(), id, ANY, new Bounce(true, null)));
    }

    private void right(String role, Access access) {
        new FieldRights(database().tx("records"))
                .put(Office.ACTOR, new FieldRights.Right(role, "crm:party", "contactPoints", access));
    }

    private static Actor actor(String role) {
        return new Actor(
                Ref.of("platform", "user", 7),
                role,
                Set.of(PartyDirectory.READ, PartyDesk.CHANGE),
                false,
                Set.of(role));
    }

    @Test
    public void whatIsPutAwayOrMergedIsNotChanged() {
        Party anne = office.person("Anne", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
        String id = point(0).id();
        String other = anne.contactPoints().get(0).id();
        office.points.bounce(Office.ACTOR, anne.id(), other, ANY, new Bounce(true, "gone"));
        Merge merge = office.merges.merge(Office.ACTOR, MergeRequest.of(ann.id(), anne.id()));
        assertTrue("what one may not use nobody may", point(0).doNotUse());
        assertEquals(points(), office.points.list(Office.ACTOR, anne.id()).value());
        refused("crm.party.merged", () -> office.points.verify(Office.ACTOR, anne.id(), id, ANY));
        office.points.verify(Office.ACTOR, ann.id(), id, ANY);
        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(Map.of()));
        for (Party one : List.of(ann, anne)) {
            ContactPoint back =
                    office.points.list(Office.ACTOR, one.id()).value().get(0);
            assertNotNull("it was reached, whoever has it", back.verifiedAt());
            assertEquals(one.contactPoints().get(0).id(), back.id());
        }
        office.desk.archive(Office.ACTOR, ann.id(), ANY);
        refused("crm.party.archived", () -> office.points.verify(Office.ACTOR, ann.id(), id, ANY));
        refused("crm.party.archived", () -> office.points.add(Office.ACTOR, ann.id(), ANY, PHONE));
    }

    @Test
    public void anImportNeitherTakesAMarkAwayNorSetsOne() {
        String id = point(0).id();
        office.points.verify(Office.ACTOR, ann.id(), id, ANY);
        office.points.bounce(Office.ACTOR, ann.id(), id, ANY, new Bounce(true, "gone"));
        List<ContactPoint> before = points();
        for (String file : List.of(office.exported("4.0"), office.exported("3.0"))) {
            assertEquals(List.of("UNCHANGED"), names(office.cards(file)));
            assertEquals(before, points());
        }
        assertEquals(List.of("UNCHANGED"), names(office.rows(office.rows())));
        office.cards(
                ImportTest.card("UID:" + ann.identifiers().get(0).value(), "FN:Ann Lee", "EMAIL;PREF=1:ann@x.example"));
        assertEquals("a file makes nobody first who may not be used", before, points());
    }

    private static List<String> names(ImportReport report) {
        return Office.statuses(report).stream().map(Enum::name).toList();
    }

    @Test
    public void pointsOfAnOlderReleaseHaveAnIdThatStays() throws SQLException {
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update crm_contact_point set point_id = null");
        }
        List<String> ids =
                new ArrayList<>(points().stream().map(ContactPoint::id).toList());
        assertEquals(Tsid.text(Tsid.parse(ann.id()) + 1), ids.get(0));
        office.points.verify(Office.ACTOR, ann.id(), ids.get(1), ANY);
        office.points.remove(Office.ACTOR, ann.id(), ids.get(0), ANY);
        assertEquals(
                List.of(ids.get(1)), points().stream().map(ContactPoint::id).toList());
        assertNotNull(point(0).verifiedAt());
        assertEquals(
                points(),
                office.records.desk().read(Office.ACTOR, ann.id()).value().contactPoints());
    }

    @Test
    public void aNewPartyBeginsWithOneThatServes() {
        ContactPoint locked = PointChange.of(ContactPoint.of(ContactType.PHONE, "0812345678"))
                .doNotUse(true, "asked not to be called")
                .make();
        Party bob = office.create(
                PartyDraft.person("Bob", "Ray", locked, ContactPoint.of(ContactType.PHONE, "0812345679")));
        assertEquals(
                List.of(false, true),
                bob.contactPoints().stream().map(ContactPoint::primary).toList());
        assertEquals(bob, office.directory.get(Office.ACTOR, bob.id()));
        assertEquals("asked not to be called", bob.contactPoints().get(0).doNotUseReason());
    }
}
