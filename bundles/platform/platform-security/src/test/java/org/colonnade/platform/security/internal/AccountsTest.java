package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.security.Accounts.UserDraft;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AccountsTest extends OnEachDatabase {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Office office;

    @Before
    public void open() {
        office = new Office(database(), folder.getRoot().toPath());
    }

    @Test
    public void aNewUserMayDoNothing() {
        office.add("malee");
        assertTrue(office.actor("malee").permissions().isEmpty());
        assertFalse(office.actor("malee").administrator());
    }

    @Test
    public void namesAreTheSameInCapitalAndSmallLetters() {
        office.add("Malee.S");
        assertEquals("Malee.S", office.users.get("malee.s").name());
        assertEquals(
                "platform.user.taken",
                assertThrows(Conflict.class, () -> office.add("MALEE.S")).code());
    }

    @Test
    public void allThatIsWrongWithANewUserIsSaidAtOnce() {
        Rejected no = assertThrows(
                Rejected.class,
                () -> office.users.add(Office.SYSTEM, new UserDraft("ม", " ", Office.PASSWORD, Set.of())));
        assertEquals("platform.user.invalid", no.code());
        assertEquals(
                List.of("name", "displayName"),
                no.fields().stream().map(Rejected.Field::field).toList());
        assertEquals(
                "platform.role.not-found",
                assertThrows(Rejected.class, () -> office.add("malee", "no-such-role"))
                        .code());
        assertEquals(
                "platform.password.refused",
                assertThrows(
                                Rejected.class,
                                () -> office.users.add(Office.SYSTEM, new UserDraft("malee", null, "short", null)))
                        .code());
        assertEquals(
                "platform.user.not-found",
                assertThrows(NotFound.class, () -> office.users.get("malee")).code());
    }

    @Test
    public void rolesGiveTheirPermissionsFromThatMomentOn() {
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read")));
        office.add("malee", "clerk");
        String token = office.signIn("malee");
        assertEquals(Set.of("crm.party.read"), office.doorkeeper.identify(token).permissions());
        office.roles.change(
                Office.SYSTEM, "clerk", version -> {}, present -> Set.of("crm.party.read", "crm.party.change"));
        assertEquals(
                Set.of("crm.party.read", "crm.party.change"),
                office.doorkeeper.identify(token).permissions());
        roles("malee", Set.of());
        assertTrue(office.doorkeeper.identify(token).permissions().isEmpty());
    }

    @Test
    public void aStaleChangeIsRefused() {
        office.add("malee");
        long version = office.users.get("malee").version();
        User changed = rename("Malee One", version);
        assertEquals(version + 1, changed.version());
        assertThrows(Stale.class, () -> rename("Malee Two", version));
        assertEquals("Malee One", office.users.get("malee").displayName());
    }

    @Test
    public void aChangeOfRolesAloneIsANewVersion() {
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read")));
        office.add("malee");
        long version = office.users.get("malee").version();
        assertEquals(version + 1, roles("malee", Set.of("clerk")).version());
        assertEquals(version + 1, office.users.get("malee").version());
    }

    @Test
    public void lockingOutEndsEverythingAtOnce() {
        office.add("admin", "administrator");
        office.add("malee");
        String token = office.signIn("malee");
        office.users.enable(Office.SYSTEM, "malee", version -> {}, false);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(token));
        assertThrows(Unauthenticated.class, () -> office.signIn("malee"));
        office.users.enable(Office.SYSTEM, "malee", version -> {}, true);
        assertThrows(Unauthenticated.class, () -> office.doorkeeper.identify(token));
        office.signIn("malee");
    }

    @Test
    public void theLastAdministratorStays() {
        office.add("admin", "administrator");
        office.add("second", "administrator");
        office.users.enable(Office.SYSTEM, "second", version -> {}, false);
        assertEquals(
                "platform.user.last-administrator",
                assertThrows(Conflict.class, () -> office.users.enable(Office.SYSTEM, "admin", version -> {}, false))
                        .code());
        assertThrows(Conflict.class, () -> roles("admin", Set.of()));
        assertTrue(office.actor("admin").administrator());
    }

    @Test
    public void twoAdministratorsCannotRemoveEachOtherAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            String one = "one" + round;
            String two = "two" + round;
            office.add(one, "administrator");
            office.add(two, "administrator");
            lockOutAllBut(Set.of(one, two));
            int refused = together(
                    () -> office.users.enable(Office.SYSTEM, one, version -> {}, false),
                    () -> office.users.enable(Office.SYSTEM, two, version -> {}, false));
            assertEquals(1, refused);
        }
    }

    @Test
    public void nobodyGivesWhatTheyDoNotHave() {
        office.roles.add(
                Office.SYSTEM,
                new Role("user-desk", Set.of("platform.users.change", "platform.roles.change", "crm.party.read")));
        office.roles.add(Office.SYSTEM, new Role("lead", Set.of("crm.party.change")));
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read")));
        office.add("admin", "administrator");
        office.add("desk", "user-desk");
        office.add("malee", "lead");
        Actor desk = office.actor("desk");
        office.users.add(desk, new UserDraft("somchai", null, Office.PASSWORD, Set.of("clerk")));
        forbidden(() -> office.users.add(desk, new UserDraft("other", null, Office.PASSWORD, Set.of("lead"))));
        forbidden(() -> office.users.add(desk, new UserDraft("other", null, Office.PASSWORD, Set.of("administrator"))));
        forbidden(() -> roles(desk, "desk", Set.of("user-desk", "lead")));
        forbidden(() -> roles(desk, "desk", Set.of("administrator")));
        forbidden(() -> roles(desk, "malee", Set.of()));
        forbidden(() -> office.users.password(desk, "admin", "seven loud elephants"));
        forbidden(() -> office.users.enable(desk, "admin", version -> {}, false));
        forbidden(() -> office.roles.change(desk, "user-desk", version -> {}, present -> Set.of("crm.party.change")));
        forbidden(() -> office.roles.change(desk, "lead", version -> {}, present -> Set.of()));
        forbidden(() -> office.roles.add(desk, new Role("mine", Set.of("crm.party.change"))));
        forbidden(() -> office.roles.remove(desk, "lead", version -> {}));
    }

    @Test
    public void theAdministratorsRoleIsFixed() {
        assertEquals(
                List.of("administrator"),
                office.roles.all().stream().map(Role::name).toList());
        assertThrows(
                Rejected.class,
                () -> office.roles.change(Office.SYSTEM, "administrator", version -> {}, present -> Set.of()));
        assertThrows(Rejected.class, () -> office.roles.remove(Office.SYSTEM, "administrator", version -> {}));
        assertThrows(
                Rejected.class, () -> office.roles.makeOrReplace(Office.SYSTEM, new Role("administrator", Set.of())));
    }

    @Test
    public void aRoleThatSomebodyHasStays() {
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read")));
        office.add("malee", "clerk");
        assertEquals(
                "platform.role.in-use",
                assertThrows(Conflict.class, () -> office.roles.remove(Office.SYSTEM, "clerk", version -> {}))
                        .code());
        roles("malee", Set.of());
        office.roles.remove(Office.SYSTEM, "clerk", version -> {});
        assertThrows(NotFound.class, () -> office.roles.get("clerk"));
    }

    @Test
    public void aRoleNamesWhatIsInstalledAndKeepsWhatWas() {
        assertEquals(
                "platform.permission.unknown",
                assertThrows(
                                Rejected.class,
                                () -> office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("no.such.thing"))))
                        .code());
        assertEquals(
                "platform.role.invalid",
                assertThrows(Rejected.class, () -> office.roles.add(Office.SYSTEM, new Role("Clerk!", Set.of())))
                        .code());
    }

    @Test
    public void usersAreListedPageByPage() {
        List<String> names = new ArrayList<>();
        for (String name : List.of("anong", "Boon", "chai", "dao", "Ekk")) {
            office.add(name);
        }
        String after = null;
        do {
            Page<User> page = office.users.page(new PageRequest(2, after));
            page.items().forEach(user -> names.add(user.name()));
            after = page.next();
        } while (after != null);
        assertEquals(List.of("anong", "Boon", "chai", "dao", "Ekk"), names);
        assertNull(office.users.page(new PageRequest(5, null)).next());
    }

    @Test
    public void everyChangeIsTold() {
        office.roles.add(Office.SYSTEM, new Role("clerk", Set.of("crm.party.read")));
        office.add("malee");
        roles("malee", Set.of("clerk"));
        office.users.password(Office.SYSTEM, "malee", "seven loud elephants");
        roles("malee", Set.of("clerk"));
        roles("malee", Set.of());
        office.roles.remove(Office.SYSTEM, "clerk", version -> {});
        assertEquals(
                List.of(
                        "platform.role.changed",
                        "platform.user.added",
                        "platform.user.changed",
                        "platform.user.password-changed",
                        "platform.user.changed",
                        "platform.role.removed"),
                office.eventTypes());
    }

    private User rename(String displayName, long version) {
        return office.users.change(
                Office.SYSTEM,
                "malee",
                present -> Versions.match(Versions.etag(version), present),
                user -> new UserChange(displayName, user.roles(), user.enabled()));
    }

    private User roles(String name, Set<String> roles) {
        return roles(Office.SYSTEM, name, roles);
    }

    private User roles(Actor actor, String name, Set<String> roles) {
        return office.users.change(
                actor, name, version -> {}, user -> new UserChange(user.displayName(), roles, user.enabled()));
    }

    private void lockOutAllBut(Set<String> names) {
        office.users.page(PageRequest.first()).items().stream()
                .filter(user -> user.enabled() && !names.contains(user.name()))
                .forEach(user -> office.users.enable(Office.SYSTEM, user.name(), version -> {}, false));
    }

    private static void forbidden(Runnable action) {
        assertEquals(
                "platform.grant.beyond",
                assertThrows(Forbidden.class, action::run).code());
    }

    private static int together(Callable<?> one, Callable<?> two) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of(people.submit(one), people.submit(two));
            int refused = 0;
            for (Future<?> each : both) {
                refused += isRefused(each) ? 1 : 0;
            }
            return refused;
        } finally {
            people.shutdownNow();
        }
    }

    private static boolean isRefused(Future<?> each) throws InterruptedException {
        try {
            each.get();
            return false;
        } catch (ExecutionException refused) {
            assertEquals("platform.user.last-administrator", ((Conflict) refused.getCause()).code());
            return true;
        }
    }
}
