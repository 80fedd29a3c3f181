package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDecision;
import org.colonnade.crm.api.MergePreview;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Note;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.reaction.DuplicateWatch;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class MergeTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void theSurvivorHasWhatBothHadAndTheOldIdAnswersForEver() {
        Party ann = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
        Party anne = office.person("Anne", "Lee", ContactPoint.of(ContactType.PHONE, "081 234 5678"));
        office.desk.addNote(Office.ACTOR, anne.id(), new NoteDraft("likes Oolong"));
        Merge merge = merge(ann, anne);
        Party one = get(ann.id());
        assertEquals("Ann Lee", one.displayName());
        assertEquals(2, one.contactPoints().size());
        assertEquals(List.of("Ann Lee"), office.find("oolong"));
        assertEquals(List.of("Ann Lee"), office.find("0812345678"));
        assertEquals(1, office.all(PartyQuery.ALL).size());
        assertEquals(ann.ref(), get(anne.id()).mergedInto());
        assertEquals(one, office.directory.find(Office.ACTOR, anne.ref()).orElseThrow());
        assertEquals("Ann Lee", office.directory.displayName(anne.ref()));
        assertEquals(1, notes(anne.id()).size());
        for (Runnable change : List.<Runnable>of(
                () -> titled(anne, "Boss"),
                () -> office.desk.restore(Office.ACTOR, anne.id()),
                () -> office.desk.archive(Office.ACTOR, anne.id(), version -> {}),
                () -> office.desk.addNote(Office.ACTOR, anne.id(), new NoteDraft("x")))) {
            assertEquals(
                    "crm.party.merged",
                    assertThrows(Conflict.class, change::run).code());
        }
        assertEquals("a second time answers the same record", merge, merge(ann, anne));
        assertEquals(
                Map.of("name", ann.ref(), "displayName", ann.ref()),
                merge.fields().stream().collect(java.util.stream.Collectors.toMap(f -> f.field(), f -> f.from())));
    }

    @Test
    public void chainsOfMergesLeadToTheLast() {
        Party a = office.person("Ann", "Lee");
        Party b = office.person("Anne", "Lee");
        Party c = office.person("Anna", "Lee");
        Merge first = merge(b, a);
        Merge second = merge(c, b);
        assertEquals(c.ref(), get(a.id()).mergedInto());
        assertEquals(
                "crm.party.merged",
                assertThrows(Conflict.class, () -> revert(first, Map.of())).code());
        revert(second, Map.of());
        assertEquals(b.ref(), get(a.id()).mergedInto());
        revert(first, Map.of());
        assertNull(get(a.id()).mergedInto());
        assertEquals(3, office.all(PartyQuery.ALL).size());
    }

    @Test
    public void somebodyChoosesFieldByFieldAndSeesBefore() {
        Party ann = titled(office.person("Ann", "Lee"), "Buyer");
        Party anne = titled(office.person("Anne", "Leigh"), "Owner");
        MergeRequest request =
                new MergeRequest(ann.ref().toString(), List.of(anne.id()), Map.of("jobTitle", anne.id()));
        MergePreview preview = office.merges.preview(Office.ACTOR, request);
        assertEquals("Owner", preview.result().jobTitle());
        assertNull("nothing is stored", get(anne.id()).mergedInto());
        assertEquals(ann, get(ann.id()));
        office.merges.merge(Office.ACTOR, request);
        assertEquals("Owner", get(ann.id()).jobTitle());
        assertEquals(preview.result(), get(ann.id()).draft());
    }

    @Test
    public void whatMakesNoSenseIsRefused() {
        Party ann = office.person("Ann", "Lee");
        Party tea = office.create(PartyDraft.organisation("Siam Tea"));
        for (MergeRequest request : List.of(
                new MergeRequest(null, List.of(), null),
                new MergeRequest(ann.id(), List.of(ann.id().toLowerCase(java.util.Locale.ROOT)), null),
                new MergeRequest(ann.id(), List.of(tea.id()), Map.of("shoeSize", tea.id())),
                new MergeRequest(ann.id(), List.of(tea.id()), Map.of("name", "x:y z")),
                MergeRequest.of(ann.id(), tea.id()))) {
            assertEquals(
                    "crm.merge.invalid",
                    assertThrows(Rejected.class, () -> office.merges.merge(Office.ACTOR, request))
                            .code());
        }
        assertThrows(
                NotFound.class, () -> office.merges.merge(Office.ACTOR, MergeRequest.of(ann.id(), "0SAP1TKV6BGD7")));
        assertThrows(NotFound.class, () -> office.merges.get(Office.ACTOR, "none"));
        assertThrows(NotFound.class, () -> office.merges.mergeDuplicate(Office.ACTOR, "none"));
        Actor clerk = new Actor(Ref.parse("platform:user:x"), "x", Set.of("crm.party.change"), false);
        assertThrows(Forbidden.class, () -> office.merges.merge(clerk, MergeRequest.of(ann.id(), tea.id())));
    }

    @Test
    public void relationshipsMoveOnceAndComeBack() {
        Party ann = office.person("Ann", "Lee");
        Party anne = office.person("Anne", "Lee");
        Party tea = office.create(PartyDraft.organisation("Siam Tea"));
        relate(ann, "employee-of", tea);
        relate(anne, "employee-of", tea);
        relate(anne, "friend-of", ann);
        relate(tea, "has-contact", anne);
        List<Relationship> before = office.directory.relationships(Office.ACTOR, anne.id());
        Merge merge = merge(ann, anne);
        assertEquals(2, office.directory.relationships(Office.ACTOR, ann.id()).size());
        revert(merge, Map.of());
        assertEquals(before, office.directory.relationships(Office.ACTOR, anne.id()));
        assertEquals(2, office.directory.relationships(Office.ACTOR, ann.id()).size());
    }

    @Test
    public void laterChangesGoBackToWhereTheyBelong() {
        Party ann = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
        Party anne = titled(
                office.person(
                        "Anne",
                        "Lee",
                        ContactPoint.of(ContactType.EMAIL, "anne@y.example"),
                        ContactPoint.of(ContactType.PHONE, "081 234 5678")),
                "Buyer");
        Note old = office.desk.addNote(Office.ACTOR, anne.id(), new NoteDraft("old"));
        Merge merge = merge(ann, anne);
        office.desk.addNote(Office.ACTOR, ann.id(), new NoteDraft("new"));
        change(
                get(ann.id()),
                d -> with(
                        d,
                        "Head buyer",
                        List.of(
                                ContactPoint.of(ContactType.EMAIL, "ann@x.example"),
                                ContactPoint.of(ContactType.EMAIL, "anne.lee@y.example", "work"),
                                ContactPoint.of(ContactType.WEB, "https://x.example"))));
        assertEquals(List.of(), office.merges.get(Office.ACTOR, merge.id()).decisions());
        revert(merge, Map.of());
        Party one = get(ann.id());
        Party other = get(anne.id());
        assertEquals(List.of("ann@x.example", "https://x.example"), values(one));
        assertEquals(List.of("anne.lee@y.example"), values(other));
        assertEquals(List.of("work"), other.contactPoints().get(0).purposes());
        assertNull(one.jobTitle());
        assertEquals("Head buyer", other.jobTitle());
        assertEquals(List.of("new"), notes(ann.id()).stream().map(Note::text).toList());
        assertEquals(List.of(old), notes(anne.id()));
        assertEquals(
                Merge.State.REVERTED,
                office.merges.get(Office.ACTOR, merge.id()).state());
        assertEquals("a second time answers the same", revert(merge, Map.of()), revert(merge, Map.of()));
    }

    @Test
    public void whereBothHadSaidTheSameSomebodyDecides() {
        Party ann = titled(office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "a@x.example")), "Buyer");
        Party anne = titled(office.person("Anne", "Lee", ContactPoint.of(ContactType.EMAIL, "A@x.example")), "Buyer");
        Merge merge = merge(ann, anne);
        change(get(ann.id()), d -> with(d, "Boss", List.of(ContactPoint.of(ContactType.EMAIL, "b@x.example"))));
        List<MergeDecision> decisions =
                office.merges.get(Office.ACTOR, merge.id()).decisions();
        assertEquals(
                List.of("jobTitle", "contactPoints.EMAIL.a@x.example"),
                decisions.stream().map(MergeDecision::key).toList());
        Rejected refused = assertThrows(Rejected.class, () -> revert(merge, Map.of()));
        assertEquals(
                List.of("crm.merge.undecided", 2),
                List.of(refused.code(), refused.fields().size()));
        revert(
                merge,
                Map.of(
                        "jobTitle",
                        MergeDecision.Answer.MERGED,
                        "contactPoints.EMAIL.a@x.example",
                        MergeDecision.Answer.BOTH));
        assertEquals(
                List.of("Buyer", "Boss"),
                List.of(get(ann.id()).jobTitle(), get(anne.id()).jobTitle()));
        assertEquals(List.of("b@x.example"), values(get(anne.id())));
        assertEquals(List.of("b@x.example"), values(get(ann.id())));
    }

    @Test
    public void aCardOfTheMergedOneFindsItsWay() {
        office.cards(ImportTest.card("UID:1", "FN:Ann Lee", "N:Lee;Ann;;;"));
        office.cards(ImportTest.card("UID:2", "FN:Anne Lee", "N:Lee;Anne;;;", "X-PET:cat"));
        Party ann = office.all(PartyQuery.text("ann")).get(0);
        Party anne = office.all(PartyQuery.text("anne")).get(0);
        Merge merge = merge(ann, anne);
        assertEquals(
                List.of(new Identifier("vcard-uid", "1"), new Identifier("merged-uid", "2")),
                get(ann.id()).identifiers());
        assertEquals(List.of("X-PET"), get(ann.id()).kept());
        office.cards(ImportTest.card("UID:2", "FN:Anne Lee", "N:Lee;Anne;;;", "TEL:+66812345678"));
        assertEquals(1, office.all(PartyQuery.ALL).size());
        String cards = office.exported("4.0");
        office.cards(cards);
        assertEquals(1, office.all(PartyQuery.ALL).size());
        assertTrue(revert(merge, Map.of()).state() == Merge.State.REVERTED);
        assertEquals(anne.identifiers(), get(anne.id()).identifiers());
    }

    @Test
    public void aSuspectedPairIsMergedFromTheListAndNotAskedAboutAgain() {
        DuplicateWatch watch = new DuplicateWatch(office.settings, office.memory);
        Party one = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
        Party two = office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
        database().runReactions(watch);
        Duplicate pair = pairs(Duplicate.State.OPEN).get(0);
        assertTrue("" + pair.score(), pair.score() > 0.9);
        assertFalse(pair.fields().isEmpty());
        Merge merge = office.merges.mergeDuplicate(Office.ACTOR, pair.id());
        assertEquals(List.of(two.ref()), merge.merged());
        assertEquals(one.ref(), merge.survivor());
        database().placeEvents();
        assertEquals(List.of(), pairs(Duplicate.State.OPEN));
        assertEquals(1, pairs(Duplicate.State.MERGED).size());
        revert(merge, Map.of());
        database().placeEvents();
        assertEquals("whoever takes it back says that they are two", List.of(), pairs(Duplicate.State.OPEN));
        assertEquals(1, pairs(Duplicate.State.REJECTED).size());
    }

    @Test
    public void whoIsNotTheSameAsOneIsNotTheSameAsTheOther() {
        DuplicateWatch watch = new DuplicateWatch(office.settings, office.memory);
        ContactPoint email = ContactPoint.of(ContactType.EMAIL, "ann@x.example");
        Party one = office.person("Ann", "Lee", email);
        Party two = office.person("Ann", "Lee", email);
        Party three = office.person("Ann", "Lee", email);
        database().runReactions(watch);
        pairs(Duplicate.State.OPEN).stream()
                .filter(pair -> pair.one().equals(two.ref()))
                .forEach(pair -> office.desk.notTheSame(Office.ACTOR, pair.id()));
        merge(one, two);
        database().placeEvents();
        assertEquals("somebody said that the third is another", List.of(), pairs(Duplicate.State.OPEN));
        assertNull(get(three.id()).mergedInto());
    }

    private Merge merge(Party survivor, Party merged) {
        return office.merges.merge(Office.ACTOR, MergeRequest.of(survivor.id(), merged.id()));
    }

    private Merge revert(Merge merge, Map<String, MergeDecision.Answer> answers) {
        return office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(answers));
    }

    private Party get(String id) {
        return office.directory.get(Office.ACTOR, id);
    }

    private List<Note> notes(String id) {
        return office.directory.notes(Office.ACTOR, id, PageRequest.first()).items();
    }

    private List<Duplicate> pairs(Duplicate.State state) {
        return office.directory
                .duplicates(Office.ACTOR, state, PageRequest.first())
                .items();
    }

    private void relate(Party one, String type, Party other) {
        office.desk.relate(Office.ACTOR, one.id(), new RelationshipDraft(type, other.ref(), null, null));
    }

    private Party titled(Party party, String title) {
        return change(party, d -> with(d, title, d.contactPoints()));
    }

    private Party change(Party party, UnaryOperator<PartyDraft> change) {
        return office.desk.change(Office.ACTOR, party.id(), version -> {}, change);
    }

    private static List<String> values(Party party) {
        return party.contactPoints().stream().map(ContactPoint::value).toList();
    }

    private static PartyDraft with(PartyDraft d, String title, List<ContactPoint> points) {
        return new PartyDraft(
                d.kind(),
                d.displayName(),
                d.name(),
                d.organisation(),
                d.unit(),
                title,
                d.role(),
                d.birthday(),
                d.language(),
                d.timeZone(),
                points,
                d.tags(),
                d.identifiers());
    }
}
