package org.colonnade.crm.internal.assign;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.crm.api.lead.AssignmentRule;
import org.colonnade.crm.api.lead.AssignmentRuleDraft;
import org.colonnade.crm.api.lead.Strategy;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.domain.lead.ConditionText;
import org.colonnade.crm.internal.lead.Conditions;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;

/** What assignment rules need beyond their upkeep: one target, whose users exist, and a turn. */
public final class AssignmentRuleRules implements RecordRules<AssignmentRule, AssignmentRuleDraft> {

    private static final int MOST_USERS = 200;
    private static final int LONGEST_TIMEOUT = 60 * 24 * 60;

    private final Conditions conditions;
    private final Colleagues colleagues;

    public AssignmentRuleRules(Conditions conditions, Colleagues colleagues) {
        this.conditions = conditions;
        this.colleagues = colleagues;
    }

    @Override
    public AssignmentRuleDraft complete(AssignmentRuleDraft draft) {
        return new AssignmentRuleDraft(
                draft.name(),
                draft.place(),
                Texts.orNull(draft.condition()),
                draft.users() == null ? List.of() : draft.users(),
                Texts.orNull(draft.team()),
                Texts.orNull(draft.queue()),
                draft.strategy() == null ? Strategy.ROUND_ROBIN : draft.strategy(),
                draft.timeoutMinutes(),
                draft.active() == null || draft.active(),
                draft.byTerritory());
    }

    @Override
    public void check(Fields faults, AssignmentRuleDraft draft, AssignmentRule before) {
        boolean users = !draft.users().isEmpty();
        if (Stream.of(users, draft.team() != null, draft.queue() != null, draft.byTerritory())
                        .filter(given -> given)
                        .count()
                != 1) {
            faults.wrong(
                    "users", "names users, or team or queue names one, or it goes by territory: exactly one of these");
        }
        users(faults, draft.users(), before == null ? List.of() : before.users());
        if (draft.timeoutMinutes() != null
                && (draft.timeoutMinutes() < 1 || draft.timeoutMinutes() > LONGEST_TIMEOUT)) {
            faults.wrong("timeoutMinutes", "lies between 1 and " + LONGEST_TIMEOUT);
        }
        ConditionText.look(faults, draft.condition(), Set.of("owner", "assignment"));
        if (faults.faults().isEmpty()) {
            conditions.check(draft.condition());
        }
    }

    private void users(Fields faults, List<String> users, List<String> before) {
        if (users.size() > MOST_USERS) {
            faults.wrong("users", "has at most " + MOST_USERS + " names");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < users.size(); i++) {
            String user = users.get(i);
            if (Texts.blank(user) || !before.contains(user) && !colleagues.known(user)) {
                faults.wrong("users[" + i + ']', "is no user");
            } else if (!seen.add(user)) {
                faults.wrong("users[" + i + ']', "is there twice");
            }
        }
    }

    @Override
    public void stored(Work work, Kept<AssignmentRule> before, Kept<AssignmentRule> after) throws SQLException {
        Seats.add(work, after.value().users());
        if (before == null) {
            Seats.addTurn(work, after.id());
        }
    }
}
