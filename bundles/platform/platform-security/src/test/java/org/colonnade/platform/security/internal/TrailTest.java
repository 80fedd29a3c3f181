package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What the audit says of users, roles and tokens. */
public class TrailTest extends OnEachDatabase {

    private static final String NEXT = "seven tall columns stand";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
    }

    @Test
    public void everyChangeIsWrittenDownAndNoSecretIsAmongIt() {
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read")));
        office.roles.change(Office.SYSTEM, "clerk", version -> {}, names -> Set.of("crm.party.change"));
        office.add("malee");
        office.users.change(
                Office.SYSTEM, "malee", version -> {}, user -> new UserChange("Malee", Set.of("clerk"), true));
        String token = office.signIn("malee");
        Actor malee = office.doorkeeper.identify(token);
        NewToken api = office.tokens.add(malee, token, new TokenWish("script", 1, null));
        office.tokens.endMine(malee, api.id());
        office.signIns.changeOwn(malee, token, Office.PASSWORD, NEXT, Office.HOME);
        office.tokens.signOut(token);
        office.users.password(Office.SYSTEM, "malee", Office.PASSWORD);
        office.users.enable(Office.SYSTEM, "malee", version -> {}, false);
        office.users.change(Office.SYSTEM, "malee", version -> {}, user -> new UserChange("Malee", Set.of(), false));
        office.roles.remove(Office.SYSTEM, "clerk", version -> {});
        List<Entry> rows = office.audit();
        assertEquals(
                List.of(
                        "role created",
                        "role changed",
                        "user created",
                        "user changed",
                        "user signed-in",
                        "token created",
                        "token revoked",
                        "user password-changed",
                        "user signed-out",
                        "user password-changed",
                        "user changed",
                        "user changed",
                        "role removed"),
                rows.stream()
                        .map(row -> row.subject().split(":")[1] + ' ' + row.action())
                        .toList());
        String all = rows.toString();
        for (String secret : List.of(Office.PASSWORD, NEXT, token, api.token(), "argon2", "fingerprint")) {
            assertFalse(secret, all.contains(secret));
        }
    }

    @Test
    public void aChangeTellsBeforeAndAfter() {
        office.add("malee");
        office.users.change(Office.SYSTEM, "malee", version -> {}, user -> new UserChange("Malee", Set.of(), false));
        List<Entry> rows = office.audit();
        assertNull(rows.get(0).before());
        assertEquals(rows.get(0).after(), rows.get(1).before());
        assertEquals(
                "{\"name\":\"malee\",\"displayName\":\"Malee\",\"enabled\":false,\"roles\":[]}",
                rows.get(1).after());
        assertTrue(rows.get(1).version() > rows.get(0).version());
    }

    @Test
    public void whatIsRefusedChangesNothingThere() {
        office.add("malee");
        assertThrows(Conflict.class, () -> office.add("malee"));
        assertEquals(1, office.audit().size());
    }
}
