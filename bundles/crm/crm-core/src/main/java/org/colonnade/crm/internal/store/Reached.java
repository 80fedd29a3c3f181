package org.colonnade.crm.internal.store;

import java.util.List;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;

/**
 * Which opportunities somebody reaches who does not reach all, as owner and team stand in the columns; for sums, which the upkeep of
 * records does not make.
 *
 * @param owner who they are
 * @param teams the teams whose opportunities they see
 */
public record Reached(String owner, List<String> teams) {

    public Reached {
        teams = List.copyOf(teams);
    }

    /** What the actor reaches; null where that is everything. */
    public static Reached of(Actor actor) {
        Reach reach = actor.reach(OpportunityDesk.READ);
        if (reach == Reach.ALL) {
            return null;
        }
        List<String> teams = reach == Reach.OWN
                ? List.of()
                : actor.standing().teams().keySet().stream()
                        .map(team -> new Ref("platform", "team", team).toString())
                        .toList();
        return new Reached(actor.behalf().toString(), teams);
    }
}
