package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.colonnade.crm.api.Bounce;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDecision;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Note;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.crm.internal.invariant.MergedOwnNothing;
import org.colonnade.crm.internal.invariant.OnePrimary;
import org.colonnade.crm.internal.invariant.PairsAreLiving;
import org.colonnade.crm.internal.invariant.SearchIsTrue;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Whatever the parties are and whatever happens between: a merge that is taken back leaves no trace, and loses nothing. */
public class MergePropertyTest extends OnEachDatabase {

    private static final int ROUNDS = 25;
    private static final String[] WORDS = {"tea", "Ann", "Lee", "สมชาย", "Müller", "x", "Böhm & Söhne", "O'Brien", "李"};

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void mergeThenUnmergeIsAsBefore() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random chance = new Random(seed);
            List<Party> all = parties(chance, seed);
            Map<String, List<Object>> before = seen(all);
            List<Merge> merges = merges(chance, all);
            assertEquals("seed " + seed, "", faults());
            Collections.reverse(merges);
            merges.forEach(merge -> revert(merge, MergeDecision.Answer.BOTH));
            assertEquals("seed " + seed, before, seen(all));
            assertEquals("seed " + seed, "", faults());
        }
    }

    @Test
    public void whateverHappensBetweenIsKept() {
        for (int seed = 100; seed < 100 + ROUNDS; seed++) {
            Random chance = new Random(seed);
            List<Party> all = parties(chance, seed);
            List<Merge> merges = merges(chance, all);
            for (int i = 0; i < 1 + chance.nextInt(5); i++) {
                change(chance, all, seed * 100 + i);
            }
            TreeSet<String> values = values(all);
            Collections.reverse(merges);
            MergeDecision.Answer answer = MergeDecision.Answer.values()[chance.nextInt(3)];
            merges.forEach(merge -> revert(merge, answer));
            TreeSet<String> after = values(all);
            assertTrue("seed " + seed + ": " + values + " became " + after, after.containsAll(values));
            assertEquals("seed " + seed, "", faults());
            all.forEach(party -> assertEquals(null, get(party).mergedInto()));
        }
    }

    private List<Party> parties(Random chance, int seed) {
        List<Party> all = new ArrayList<>();
        for (int i = 0; i < 2 + chance.nextInt(3); i++) {
            Party party = office.create(draft(chance, seed + "-" + i));
            if (chance.nextInt(3) == 0) {
                String uid = party.identifiers().get(0).value();
                office.cards(ImportTest.card(
                        "UID:" + uid,
                        "FN:" + party.displayName(),
                        "X-PET;X-A=1:cat",
                        "TITLE;LANGUAGE=en:" + word(chance)));
            }
            all.add(party);
        }
        for (Party party : all) {
            for (int i = 0; i < chance.nextInt(3); i++) {
                office.desk.addNote(Office.ACTOR, party.id(), new NoteDraft("note " + seed + word(chance) + i));
            }
            relate(chance, party, all.get(chance.nextInt(all.size())));
            tried(chance, get(party));
        }
        return all;
    }

    private void relate(Random chance, Party one, Party other) {
        try {
            if (!one.id().equals(other.id())) {
                String type = new String[] {"friend-of", "manages", "x-neighbour"}[chance.nextInt(3)];
                LocalDate since = chance.nextBoolean() ? null : LocalDate.of(2020, 1, 1 + chance.nextInt(20));
                office.desk.relate(Office.ACTOR, one.id(), new RelationshipDraft(type, other.ref(), since, null));
            }
        } catch (Conflict alreadyThere) {
            assertEquals("crm.relationship.exists", alreadyThere.code());
        }
    }

    private static PartyDraft draft(Random chance, String key) {
        List<ContactPoint> points = new ArrayList<>();
        for (int i = 0; i < chance.nextInt(5); i++) {
            points.add(point(chance));
        }
        List<String> tags = chance.nextBoolean() ? List.of("VIP", word(chance)) : List.of();
        List<Identifier> ids = chance.nextBoolean() ? List.of(new Identifier("tax-id", key)) : List.of();
        return new PartyDraft(
                PartyKind.PERSON,
                chance.nextInt(4) == 0 ? "Called " + word(chance) : null,
                new PersonName(
                        null, word(chance), maybe(chance), word(chance), maybe(chance), maybe(chance), null, null),
                maybe(chance),
                maybe(chance),
                maybe(chance),
                maybe(chance),
                chance.nextBoolean() ? null : "198" + chance.nextInt(3) + "-03-22",
                null,
                null,
                points,
                tags,
                ids);
    }

    private static ContactPoint point(Random chance) {
        boolean first = chance.nextBoolean();
        String purpose = chance.nextBoolean() ? "work" : "home";
        ContactPoint point =
                switch (chance.nextInt(4)) {
                    case 0 -> ContactPoint.of(ContactType.EMAIL, "a" + chance.nextInt(4) + "@X.example", purpose);
                    case 1 -> ContactPoint.of(ContactType.PHONE, "08123456" + chance.nextInt(4) + "8", purpose);
                    case 2 -> ContactPoint.of(ContactType.HANDLE, "@" + word(chance), purpose);
                    default -> ContactPoint.of(new PostalAddress(
                            null, null, word(chance) + " Road", "Bangkok", null, "1011" + chance.nextInt(3), null));
                };
        ContactPoint labelled = new ContactPoint(
                point.type(), point.value(), null, point.purposes(), maybe(chance), first, point.address());
        return chance.nextInt(3) > 0
                ? labelled
                : PointChange.of(labelled)
                        .valid(chance.nextBoolean() ? null : LocalDate.of(2019, 1, 1), LocalDate.of(2024, 1, 1))
                        .doNotUse(chance.nextBoolean(), maybe(chance))
                        .make();
    }

    /** Somebody is reached, or not. */
    private void tried(Random chance, Party party) {
        List<ContactPoint> points = party.contactPoints();
        if (!points.isEmpty()) {
            String point = points.get(chance.nextInt(points.size())).id();
            if (chance.nextBoolean()) {
                office.points.verify(Office.ACTOR, party.id(), point, version -> {});
            } else {
                office.points.bounce(
                        Office.ACTOR, party.id(), point, version -> {}, new Bounce(chance.nextBoolean(), "no"));
            }
        }
    }

    /** Either all into one, or one into the next, and the next. */
    private List<Merge> merges(Random chance, List<Party> all) {
        List<Merge> merges = new ArrayList<>();
        if (chance.nextBoolean()) {
            List<String> others =
                    all.subList(1, all.size()).stream().map(Party::id).toList();
            Map<String, String> fields =
                    chance.nextBoolean() ? Map.of() : Map.of("name", others.get(0), "jobTitle", others.get(0));
            merges.add(office.merges.merge(
                    Office.ACTOR, new MergeRequest(all.get(0).id(), others, fields)));
        } else {
            for (int i = 1; i < all.size(); i++) {
                merges.add(office.merges.merge(
                        Office.ACTOR,
                        MergeRequest.of(all.get(i).id(), all.get(i - 1).id())));
            }
        }
        return merges;
    }

    /** Something that people do to the party that all of them are now. */
    private void change(Random chance, List<Party> all, int number) {
        Party now = office.directory.find(Office.ACTOR, all.get(0).ref()).orElseThrow();
        if (chance.nextInt(3) == 0) {
            office.desk.addNote(Office.ACTOR, now.id(), new NoteDraft("later " + number));
            return;
        }
        if (chance.nextInt(3) == 0) {
            tried(chance, now);
            return;
        }
        office.desk.change(Office.ACTOR, now.id(), version -> {}, draft -> {
            List<ContactPoint> points = new ArrayList<>(draft.contactPoints());
            points.add(ContactPoint.of(ContactType.EMAIL, "later" + number + "@x.example"));
            if (chance.nextBoolean()) {
                Collections.rotate(points, 1);
            }
            return new PartyDraft(
                    draft.kind(),
                    draft.displayName(),
                    draft.name(),
                    draft.organisation(),
                    "unit " + number,
                    "title " + number,
                    draft.role(),
                    draft.birthday(),
                    draft.language(),
                    draft.timeZone(),
                    points,
                    draft.tags(),
                    draft.identifiers());
        });
    }

    private void revert(Merge merge, MergeDecision.Answer answer) {
        Map<String, MergeDecision.Answer> answers = new HashMap<>();
        office.merges
                .get(Office.ACTOR, merge.id())
                .decisions()
                .forEach(decision -> answers.put(decision.key(), answer));
        office.merges.revert(Office.ACTOR, merge.id(), new RevertRequest(answers));
    }

    /** Everything that can be seen of the parties, but for the version, which only ever goes up. */
    private Map<String, List<Object>> seen(List<Party> all) {
        Map<String, List<Object>> seen = new TreeMap<>();
        for (Party party : all) {
            String view = Json.write(unversioned(get(party)).toString());
            List<Note> notes = notes(party);
            String card = office.exports.vcard(Office.ACTOR, party.id(), "4.0");
            seen.put(party.id(), List.of(view, notes, office.directory.relationships(Office.ACTOR, party.id()), card));
        }
        seen.put(
                "found",
                List.copyOf(office.all(PartyQuery.ALL).stream().map(Party::id).toList()));
        return seen;
    }

    private static Party unversioned(Party p) {
        return Party.of(p.id(), p.draft(), p.kept(), p.archived(), 0, p.createdAt(), p.changedAt(), p.mergedInto());
    }

    /** What the parties say together that somebody would miss. */
    private TreeSet<String> values(List<Party> all) {
        TreeSet<String> values = new TreeSet<>();
        for (Party one : all) {
            Party party = get(one);
            party.contactPoints().forEach(point -> values.add(point.type() + point.value()));
            party.tags().forEach(tag -> values.add(tag.toLowerCase(java.util.Locale.ROOT)));
            party.identifiers().forEach(id -> values.add(id.value()));
            if (party.mergedInto() == null) {
                notes(party).forEach(note -> values.add(note.text()));
                values.add("unit " + party.unit());
                values.add("title " + party.jobTitle());
            }
        }
        return values;
    }

    private Party get(Party party) {
        return office.directory.get(Office.ACTOR, party.id());
    }

    private List<Note> notes(Party party) {
        return office.directory
                .notes(Office.ACTOR, party.id(), new PageRequest(100, null))
                .items();
    }

    private String faults() {
        List<String> faults = new ArrayList<>();
        for (Invariant invariant : List.of(
                new OnePrimary(office.tx),
                new SearchIsTrue(office.tx, office.settings),
                new MergedOwnNothing(office.tx),
                new PairsAreLiving(office.tx))) {
            invariant.counterExamples(3).forEach(fault -> faults.add(invariant.name() + ": " + fault));
        }
        return String.join("; ", faults);
    }

    private static String word(Random chance) {
        return WORDS[chance.nextInt(WORDS.length)];
    }

    private static String maybe(Random chance) {
        return chance.nextBoolean() ? null : word(chance);
    }
}
