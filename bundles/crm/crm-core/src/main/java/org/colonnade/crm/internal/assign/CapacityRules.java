package org.colonnade.crm.internal.assign;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.api.lead.Capacity;
import org.colonnade.crm.api.lead.CapacityDraft;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.domain.lead.WorkingHours;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;

/** What capacities need beyond their upkeep: a user who exists, one capacity each. */
public final class CapacityRules implements RecordRules<Capacity, CapacityDraft> {

    private static final String OTHERS = "select id from crm_capacity where user_name = ? and archived = false limit 1";
    private static final int MOST_WEIGHT = 100;
    private static final int MOST_TEAMS = 50;
    private static final int MOST_OPEN = 100_000;

    private final Colleagues colleagues;

    public CapacityRules(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    @Override
    public CapacityDraft complete(CapacityDraft draft) {
        return new CapacityDraft(
                draft.user(),
                draft.teams() == null ? List.of() : draft.teams(),
                draft.weight() == null ? 1 : draft.weight(),
                draft.mostOpen(),
                Texts.orNull(draft.zone()),
                draft.hours() == null ? List.of() : draft.hours(),
                draft.absentFrom(),
                draft.absentUntil());
    }

    @Override
    public void check(Fields faults, CapacityDraft draft, Capacity before) {
        boolean sameUser = before != null && before.user().equals(draft.user());
        if (!Texts.blank(draft.user()) && !sameUser && !colleagues.known(draft.user())) {
            faults.wrong("user", "is no user");
        }
        if (draft.weight() < 1 || draft.weight() > MOST_WEIGHT) {
            faults.wrong("weight", "lies between 1 and " + MOST_WEIGHT);
        }
        if (draft.mostOpen() != null && (draft.mostOpen() < 0 || draft.mostOpen() > MOST_OPEN)) {
            faults.wrong("mostOpen", "lies between 0 and " + MOST_OPEN);
        }
        if (draft.teams().size() > MOST_TEAMS) {
            faults.wrong("teams", "has at most " + MOST_TEAMS + " names");
        }
        for (int i = 0; i < draft.teams().size(); i++) {
            faults.required("teams[" + i + ']', draft.teams().get(i), 100);
        }
        WorkingHours.look(faults, draft);
    }

    @Override
    public Capacity decide(Capacity wanted, Capacity before, Work work) throws SQLException {
        if (before == null || !before.user().equals(wanted.user())) {
            Seats.door(work);
            if (!Sql.query(work.unwrap(Connection.class), OTHERS, row -> row.getLong(1), wanted.user())
                    .isEmpty()) {
                throw new Conflict("crm.capacity.taken", "There is a capacity of this user already; change that one.");
            }
        }
        return wanted;
    }

    @Override
    public void stored(Work work, Kept<Capacity> before, Kept<Capacity> after) throws SQLException {
        Seats.add(work, List.of(after.value().user()));
    }
}
