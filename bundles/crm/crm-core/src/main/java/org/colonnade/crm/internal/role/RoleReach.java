package org.colonnade.crm.internal.role;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.record.RecordIndex;

/** By whose parties roles are found. */
final class RoleReach {

    private static final String ROLES = "(select p.role_id, c.owner, c.team from crm_party_role_period p"
            + " join crm_party c on c.id = p.party_id)";

    /** Lists can be asked for the owner and the team of the party, by those who may see these of parties. */
    static final RecordIndex<PartyRole> INDEX =
            new RecordIndex<>(List.of(), List.of(beside("partyOwner", "owner"), beside("partyTeam", "team")), null);

    private RoleReach() {}

    /** What holds for the roles of the parties that somebody reaches who does not reach all. */
    static String filter(Actor actor, Reach reach) {
        Stream<String> teams = reach != Reach.TEAM
                ? Stream.empty()
                : actor.standing().teams().keySet().stream()
                        .sorted()
                        .map(team -> "partyTeam==" + new Ref("platform", "team", team));
        return Stream.concat(Stream.of("partyOwner==" + actor.behalf()), teams).collect(Collectors.joining(","));
    }

    private static RecordIndex.Beside beside(String name, String column) {
        return new RecordIndex.Beside(
                name,
                "crm:party." + column,
                new Lookup(ROLES, null, null, "role_id", column, Lookup.Order.TEXT, true, String::valueOf));
    }
}
