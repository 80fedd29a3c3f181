package org.colonnade.crm.api.lead;

import java.util.List;

/**
 * A rule of assignment as somebody wants it. Its target is users, or a team, or a queue, or the team of the lead's territory: exactly one
 * of the four.
 *
 * @param name what people call it
 * @param place rules are asked in this order, the smallest first
 * @param condition FIQL over a lead's own fields; null for every lead
 * @param users sign-in names, in the order of their turns
 * @param team everybody whose capacity names this team, and the members of the platform's team of this name
 * @param queue the lead waits in this queue without an owner
 * @param strategy how one of them is chosen; round-robin if missing
 * @param timeoutMinutes a lead that is not contacted in this time goes to somebody else; null for never
 * @param active whether it is asked at all; true if missing
 * @param byTerritory the members of the team of the first {@link Territory} whose condition holds for the lead; false if missing
 */
public record AssignmentRuleDraft(
        String name,
        int place,
        String condition,
        List<String> users,
        String team,
        String queue,
        Strategy strategy,
        Integer timeoutMinutes,
        Boolean active,
        Boolean byTerritory) {

    public AssignmentRuleDraft {
        byTerritory = byTerritory != null && byTerritory;
    }

    /** A rule that does not go by territory. */
    public AssignmentRuleDraft(
            String name,
            int place,
            String condition,
            List<String> users,
            String team,
            String queue,
            Strategy strategy,
            Integer timeoutMinutes,
            Boolean active) {
        this(name, place, condition, users, team, queue, strategy, timeoutMinutes, active, false);
    }
}
