package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.Set;
import org.colonnade.platform.api.problem.Forbidden;
import org.junit.Test;

public class ActorTest {

    private final Actor clerk = new Actor(Ref.of("platform", "user", 1), "Somchai", Set.of("crm.party.read"), false);

    @Test
    public void whoHasNoPermissionIsRefusedByName() {
        clerk.require("crm.party.read");
        Forbidden no = assertThrows(Forbidden.class, () -> clerk.require("crm.party.change"));
        assertEquals("platform.forbidden", no.code());
        Actor.system("test").require("crm.party.change");
    }

    @Test
    public void theCallerBeforeComesBack() throws Exception {
        Caller outer = new Caller(clerk, "r1");
        outer.call(() -> {
            try (Caller.Binding inner = new Caller(Actor.system("job"), "r2").bind()) {
                assertEquals("r2", Caller.current().requestId());
            }
            assertSame(outer, Caller.current());
            return null;
        });
        assertEquals("-", Caller.current().requestId());
    }
}
