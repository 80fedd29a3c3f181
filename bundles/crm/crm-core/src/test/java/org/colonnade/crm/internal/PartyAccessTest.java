package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class PartyAccessTest extends OnEachDatabase {

    private static final Ref NOBODY = Ref.of("crm", "party", 1);

    private PartyAccess access;
    private Ref party;

    @Before
    public void open() {
        Office office = new Office(database());
        access = new PartyAccess(office.tx, office.settings);
        party = new Ref("crm", "party", office.person("Malee", "Srisuk").id());
    }

    @Test
    public void itAnswersForParties() {
        assertTrue(access.knows(party));
        assertFalse(access.knows(Ref.of("crm", "lead", 1)));
        assertEquals(party, access.canonical(new Ref("crm", "party", party.id().toLowerCase(java.util.Locale.ROOT))));
    }

    @Test
    public void whoMayReadThePartyMayReachIt() {
        Actor reader = actor(PartyDirectory.READ);
        access.requireRead(reader, party);
        access.requireKind(reader, party);
        assertThrows(Forbidden.class, () -> access.requireChange(reader, party));
        access.requireChange(actor(PartyDirectory.READ, PartyDesk.CHANGE), party);
        assertThrows(NotFound.class, () -> access.requireRead(reader, NOBODY));
        assertEquals(Set.of(party), access.readable(reader, List.of(party, NOBODY)));
    }

    @Test
    public void nobodyElseMay() {
        Actor stranger = actor();
        assertThrows(Forbidden.class, () -> access.requireRead(stranger, party));
        assertThrows(Forbidden.class, () -> access.requireKind(stranger, party));
        assertEquals(Set.of(), access.readable(stranger, List.of(party)));
    }

    private static Actor actor(String... permissions) {
        return new Actor(Ref.of("platform", "user", 7), "Somebody", Set.of(permissions), false);
    }
}
