package org.colonnade.crm.internal.party;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.api.Bounce;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.ExportDesk;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.NoteDraft;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.crm.api.RevertRequest;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.StoredPartyResolver;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Whoever sees only the contacts of the own team finds nothing of another team's in any channel. */
public class PartyScopeTest extends OnEachDatabase {

    private static final Set<String> ALL =
            Set.of("crm.party.read", "crm.party.change", MergeDesk.MERGE, ExportDesk.RUN, ImportDesk.RUN);
    private static final Ref NORTH = Ref.of("platform", "team", 11);
    private static final Ref SOUTH = Ref.of("platform", "team", 12);
    private static final String SECRET = "canary@south.example";

    private Office office;
    private Actor clerk;
    private Party mine;
    private Party theirs;

    private static Actor member(long user, String name, Ref team) {
        return new Actor(
                Ref.of("platform", "user", user),
                name,
                ALL,
                false,
                Set.of("r"),
                new Standing(
                        name,
                        Map.of(team.id(), name + "'s"),
                        team.id(),
                        ALL.stream().collect(Collectors.toMap(one -> one, one -> Reach.TEAM))));
    }

    @Before
    public void open() {
        office = new Office(database());
        clerk = member(7, "malee", NORTH);
        mine = office.desk.create(clerk, draft("North", "malee@north.example"));
        theirs = office.desk.create(member(8, "somchai", SOUTH), draft("Canary", SECRET));
    }

    private static PartyDraft draft(String family, String email) {
        return PartyDraft.person("Malee", family, ContactPoint.of(ContactType.EMAIL, email));
    }

    @Test
    public void aNewContactIsItsMakersAndOfItsTeam() {
        assertEquals(clerk.ref(), mine.owner());
        assertEquals(NORTH, mine.team());
        assertEquals(mine, office.directory.get(Office.ACTOR, mine.id()));
        assertEquals(
                mine.owner(),
                office.records.desk().read(clerk, mine.id()).value().owner());
        PartyDraft given =
                draft("Given", "g@north.example").revised().team(SOUTH).draft();
        assertEquals(
                "platform.scope.beyond",
                assertThrows(Rejected.class, () -> office.desk.create(clerk, given))
                        .code());
    }

    @Test
    public void listsAndFilesHoldTheOwnOnes() {
        assertEquals(
                List.of(mine.id()),
                office.records.desk().list(clerk, RecordQuery.all()).items().stream()
                        .map(record -> record.id())
                        .toList());
        assertEquals(
                0,
                office.records
                        .desk()
                        .list(clerk, new RecordQuery(null, "canary", null, "all", null, PageRequest.first()))
                        .items()
                        .size());
        assertEquals(
                0,
                office.records
                        .desk()
                        .list(clerk, RecordQuery.all().where("email==" + SECRET))
                        .items()
                        .size());
        assertEquals(
                List.of(mine),
                office.directory
                        .search(clerk, PartyQuery.ALL, PageRequest.first())
                        .items());
        assertFalse(
                Office.text(office.exports.vcards(clerk, PartyQuery.ALL, "4.0")).contains(SECRET));
        assertTrue(
                Office.text(office.exports.vcards(clerk, PartyQuery.ALL, "4.0")).contains("north.example"));
        assertFalse(Office.text(office.exports.csv(clerk, PartyQuery.ALL)).contains(SECRET));
        assertTrue(office.exported("4.0").contains(SECRET));
    }

    @Test
    public void theOthersAreNotThere() {
        String id = theirs.id();
        for (Runnable way : List.<Runnable>of(
                () -> office.directory.get(clerk, id),
                () -> office.records.desk().read(clerk, id),
                () -> office.directory.notes(clerk, id, PageRequest.first()),
                () -> office.directory.relationships(clerk, id),
                () -> office.directory.suspects(clerk, id),
                () -> office.exports.vcard(clerk, id, "4.0"),
                () -> office.desk.change(clerk, id, version -> {}, draft -> draft),
                () -> office.desk.archive(clerk, id, version -> {}),
                () -> office.desk.restore(clerk, id),
                () -> office.desk.addNote(clerk, id, new NoteDraft("x")),
                () -> office.desk.relate(clerk, id, new RelationshipDraft("knows", mine.ref(), null, null)),
                () -> office.merges.merge(clerk, new MergeRequest(mine.id(), List.of(id), Map.of())),
                () -> office.merges.preview(clerk, new MergeRequest(id, List.of(mine.id()), Map.of())))) {
            assertEquals(
                    "crm.party.not-found",
                    assertThrows(NotFound.class, way::run).code());
        }
        assertEquals(Optional.empty(), office.directory.find(clerk, theirs.ref()));
    }

    @Test
    public void theOthersAreNobodysMatch() {
        PartyDraft same = draft("Canary", SECRET);
        assertEquals(1, office.matches.match(Office.ACTOR, same).size());
        assertEquals(0, office.matches.match(clerk, same).size());
        StoredPartyResolver resolver = new StoredPartyResolver(office.tx, office.settings, office.records);
        assertEquals(
                1, resolver.reachedBy(Office.ACTOR, ContactType.EMAIL, SECRET).size());
        assertEquals(0, resolver.reachedBy(clerk, ContactType.EMAIL, SECRET).size());
        assertEquals(
                Optional.empty(),
                resolver.identified(clerk, theirs.identifiers().get(0)));
        assertEquals(
                0,
                office.directory
                        .duplicates(clerk, Duplicate.State.OPEN, PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    public void relationshipsToOthersAreLeftOut() {
        office.desk.relate(Office.ACTOR, mine.id(), new RelationshipDraft("employee-of", theirs.ref(), null, null));
        assertEquals(1, office.directory.relationships(Office.ACTOR, mine.id()).size());
        assertEquals(0, office.directory.relationships(clerk, mine.id()).size());
        assertEquals(
                "crm.relationship.invalid",
                assertThrows(
                                Rejected.class,
                                () -> office.desk.relate(
                                        clerk,
                                        mine.id(),
                                        new RelationshipDraft("employee-of", theirs.ref(), null, null)))
                        .code());
    }

    @Test
    public void contactPointsGoByTheirParty() {
        String point = theirs.contactPoints().get(0).id();
        assertThrows(NotFound.class, () -> office.points.verify(clerk, theirs.id(), point, version -> {}));
        assertThrows(NotFound.class, () -> office.points.list(clerk, theirs.id()));
        Actor reader = new Actor(
                clerk.ref(),
                clerk.name(),
                ALL,
                false,
                Set.of("r"),
                new Standing("malee", clerk.standing().teams(), NORTH.id(), Map.of("crm.party.change", Reach.TEAM)));
        assertEquals(1, office.points.list(reader, theirs.id()).value().size());
        for (Runnable way : List.<Runnable>of(
                () -> office.points.verify(reader, theirs.id(), point, version -> {}),
                () -> office.points.bounce(reader, theirs.id(), point, version -> {}, new Bounce(true, null)),
                () -> office.points.remove(reader, theirs.id(), point, version -> {}))) {
            assertEquals(
                    "platform.scope.beyond",
                    assertThrows(Forbidden.class, way::run).code());
        }
        String own = mine.contactPoints().get(0).id();
        assertEquals(
                clerk.ref().toString(),
                office.points
                        .verify(clerk, mine.id(), own, version -> {})
                        .value()
                        .verifiedBy());
    }

    @Test
    public void whatGoesByAllIsRefused() {
        for (Runnable way : List.<Runnable>of(
                () -> office.directory.tags(clerk),
                () -> office.matches.scan(clerk, null),
                () -> office.matches.scanAll(clerk),
                () -> office.imports.imports(clerk, PageRequest.first()),
                () -> office.imports.take(
                        clerk,
                        FileFormat.VCARD,
                        new java.io.ByteArrayInputStream(new byte[0]),
                        ImportOptions.real()))) {
            assertEquals(
                    "platform.scope.withheld",
                    assertThrows(Forbidden.class, way::run).code());
        }
    }

    @Test
    public void mergesOfOthersAreNotShown() {
        Party twin = office.desk.create(clerk, draft("Northern", "twin@north.example"));
        Merge own = office.merges.merge(clerk, new MergeRequest(mine.id(), List.of(twin.id()), Map.of()));
        Party third = office.create(
                draft("Third", "third@south.example").revised().team(SOUTH).draft());
        Merge other = office.merges.merge(Office.ACTOR, new MergeRequest(theirs.id(), List.of(third.id()), Map.of()));
        assertEquals(
                List.of(own.id()),
                office.merges.list(clerk, PageRequest.first()).items().stream()
                        .map(Merge::id)
                        .toList());
        assertThrows(NotFound.class, () -> office.merges.get(clerk, other.id()));
        assertThrows(NotFound.class, () -> office.merges.revert(clerk, other.id(), new RevertRequest(Map.of())));
        assertEquals(clerk.ref(), office.directory.get(clerk, mine.id()).owner());
        office.merges.revert(clerk, own.id(), new RevertRequest(Map.of()));
        assertEquals(NORTH, office.directory.get(clerk, twin.id()).team());
    }

    @Test
    public void pagesOfMergesAreFullHoweverManyOfOthersLieBetween() {
        List<String> own = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            boolean seen = i % 12 == 5;
            Actor who = seen ? clerk : Office.ACTOR;
            PartyDraft draft = draft("Twin" + i, "twin" + i + "@example.com");
            Party twin = office.desk.create(
                    who, seen ? draft : draft.revised().team(SOUTH).draft());
            Party into = seen
                    ? mine
                    : office.create(draft("Into" + i, "into" + i + "@example.com")
                            .revised()
                            .team(SOUTH)
                            .draft());
            String id = office.merges
                    .merge(who, new MergeRequest(into.id(), List.of(twin.id()), Map.of()))
                    .id();
            if (seen) {
                own.add(0, id);
            }
        }
        for (int size : List.of(1, 3, 5, 10, 50)) {
            List<String> found = new ArrayList<>();
            String after = null;
            do {
                Page<Merge> page = office.merges.list(clerk, new PageRequest(size, after));
                assertTrue(page.next() == null || page.items().size() == size);
                page.items().forEach(merge -> found.add(merge.id()));
                after = page.next();
            } while (after != null);
            assertEquals(own, found);
        }
        assertEquals(
                120,
                office.merges
                        .list(Office.ACTOR, new PageRequest(500, null))
                        .items()
                        .size());
    }

    @Test
    public void ownerAndTeamStandInTheDocumentAndInTheRows() {
        Party moved = office.desk.change(Office.ACTOR, mine.id(), version -> {}, draft -> draft.revised()
                .team(SOUTH)
                .draft());
        assertEquals(SOUTH, moved.team());
        assertEquals(
                SOUTH,
                office.records.desk().read(Office.ACTOR, mine.id()).value().team());
        assertEquals(SOUTH, office.directory.get(Office.ACTOR, mine.id()).team());
        assertEquals(
                1,
                office.records
                        .desk()
                        .list(Office.ACTOR, RecordQuery.all().where("owner==" + clerk.ref()))
                        .items()
                        .size());
        assertEquals(clerk.ref(), office.directory.get(clerk, mine.id()).owner());
    }
}
