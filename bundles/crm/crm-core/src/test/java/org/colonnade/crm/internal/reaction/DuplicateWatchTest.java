package org.colonnade.crm.internal.reaction;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Duplicate;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.api.event.PartyCreated;
import org.colonnade.crm.internal.Office;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class DuplicateWatchTest extends OnEachDatabase {

    private Office office;
    private DuplicateWatch watch;

    @Before
    public void raise() {
        office = new Office(database());
        watch = new DuplicateWatch(office.settings, office.memory);
    }

    @Test
    public void whoMayBeTheSameIsListedAndSomebodyDecides() {
        Party one = ann();
        Party two = ann();
        database().runReactions(watch);
        Duplicate pair = open().get(0);
        assertEquals(
                List.of(
                        one.ref(),
                        two.ref(),
                        Suspect.Strength.STRONG,
                        List.of("same-email", "same-family", "same-given")),
                List.of(pair.one(), pair.other(), pair.strength(), pair.reasons()));
        assertEquals(1, office.directory.suspects(Office.ACTOR, one.id()).size());

        office.desk.notTheSame(Office.ACTOR, pair.id());
        change(two, "Boss");
        database().placeEvents();
        assertEquals("not the same is remembered for ever", List.of(), open());
        assertEquals(List.of(), office.directory.suspects(Office.ACTOR, one.id()));
        assertEquals(
                1,
                office.directory
                        .duplicates(Office.ACTOR, Duplicate.State.REJECTED, PageRequest.first())
                        .items()
                        .size());
        assertThrows(NotFound.class, () -> office.desk.notTheSame(Office.ACTOR, "none"));
    }

    @Test
    public void aPairThatIsNoneAnyMoreGoes() {
        Party one = ann();
        Party two = ann();
        database().runReactions(watch);
        assertEquals(1, open().size());
        office.desk.archive(Office.ACTOR, two.id(), version -> {});
        database().placeEvents();
        assertEquals(List.of(), open());
        office.desk.restore(Office.ACTOR, two.id());
        database().placeEvents();
        assertEquals(1, open().size());
        office.desk.change(Office.ACTOR, one.id(), version -> {}, draft -> PartyDraft.person("Somebody", "Else"));
        database().placeEvents();
        assertEquals(List.of(), open());
    }

    @Test
    public void aSecondTimeChangesNothing() {
        ann();
        Party two = ann();
        database().runReactions(watch);
        List<Duplicate> before = open();
        office.tx.write(work -> {
            watch.react(new PartyCreated(two.ref(), two.displayName(), two.kind()), work);
            return null;
        });
        assertEquals(before, open());
    }

    private Party ann() {
        return office.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "ann@x.example"));
    }

    private void change(Party party, String title) {
        PartyDraft d = party.draft();
        office.desk.change(
                Office.ACTOR,
                party.id(),
                version -> {},
                draft -> new PartyDraft(
                        d.kind(),
                        d.displayName(),
                        d.name(),
                        null,
                        null,
                        title,
                        null,
                        null,
                        null,
                        null,
                        d.contactPoints(),
                        d.tags(),
                        d.identifiers()));
    }

    private List<Duplicate> open() {
        return office.directory
                .duplicates(Office.ACTOR, Duplicate.State.OPEN, PageRequest.first())
                .items();
    }
}
