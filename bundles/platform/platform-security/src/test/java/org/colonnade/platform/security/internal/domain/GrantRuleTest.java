package org.colonnade.platform.security.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.junit.Test;

public class GrantRuleTest {

    private static final Map<String, Set<String>> ROLES = Map.of(
            "clerk", Set.of("crm.party.read"),
            "lead", Set.of("crm.party.read", "crm.party.change"),
            "administrator", Set.of());

    private final Actor clerk = actor(Set.of("platform.users.change", "crm.party.read"), false);
    private final Actor administrator = actor(Set.of(), true);

    @Test
    public void aRoleThatAllowsNoMoreThanMineCanBeGiven() {
        GrantRule.roles(clerk, Set.of("clerk"), ROLES);
    }

    @Test
    public void aRoleThatAllowsMoreThanMineCannot() {
        Forbidden no = assertThrows(Forbidden.class, () -> GrantRule.roles(clerk, Set.of("clerk", "lead"), ROLES));
        assertEquals("platform.grant.beyond", no.code());
    }

    @Test
    public void onlyAnAdministratorMakesAdministrators() {
        assertThrows(Forbidden.class, () -> GrantRule.roles(clerk, Set.of("administrator"), ROLES));
        GrantRule.roles(administrator, Set.of("administrator", "lead"), ROLES);
    }

    @Test
    public void aPermissionThatIAmMissingCannotBePutIntoARole() {
        GrantRule.permissions(clerk, Set.of("crm.party.read"));
        assertThrows(Forbidden.class, () -> GrantRule.permissions(clerk, Set.of("crm.party.read", "crm.party.change")));
        GrantRule.permissions(administrator, Set.of("crm.party.change"));
    }

    private static Actor actor(Set<String> permissions, boolean administrator) {
        return new Actor(new Ref("platform", "user", "1"), "somebody", permissions, administrator);
    }
}
