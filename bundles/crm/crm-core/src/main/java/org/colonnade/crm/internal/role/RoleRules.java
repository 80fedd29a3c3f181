package org.colonnade.crm.internal.role;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.crm.api.PartyRoleDraft;
import org.colonnade.crm.internal.domain.Days;
import org.colonnade.crm.internal.domain.RolePeriod;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;

/** What crm adds to the upkeep of roles: they are words, their party is there, and no day has the same role of one party twice. */
final class RoleRules implements RecordRules<PartyRole, PartyRoleDraft> {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]{0,59}");

    private final PartyDirectory directory;
    private final Parties parties;

    RoleRules(PartyDirectory directory, Parties parties) {
        this.directory = directory;
        this.parties = parties;
    }

    /** Roles have no owner of their own: whoever reaches a part of the parties sees the roles of that part. */
    @Override
    public String seen(Actor actor) {
        return parties.desk().seesAll(actor)
                ? null
                : RoleReach.filter(actor, actor.reach(parties.desk().kind().readPermission()));
    }

    /** A role as it is compared. */
    static String word(String role) {
        return role == null ? null : role.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public PartyRoleDraft complete(PartyRoleDraft draft) {
        return new PartyRoleDraft(
                draft.party(), word(draft.role()), draft.validFrom(), draft.validTo(), Texts.orNull(draft.note()));
    }

    @Override
    public void check(Fields faults, PartyRoleDraft draft, PartyRole before) {
        if (!Texts.blank(draft.role()) && !WORD.matcher(draft.role()).matches()) {
            faults.wrong("role", "is one word of letters, digits and dashes, at most 60");
        }
        if (draft.party() == null) {
            faults.wrong("party", "is required");
        } else if ((before == null || !draft.party().equals(before.party()))
                && directory.find(Actor.system("crm"), draft.party()).isEmpty()) {
            faults.wrong("party", "is not there");
        }
        if (Days.outside(draft.validFrom())) {
            faults.wrong("validFrom", Days.OUTSIDE);
        }
        if (Days.outside(draft.validTo())) {
            faults.wrong("validTo", Days.OUTSIDE);
        } else if (draft.validFrom() != null
                && draft.validTo() != null
                && draft.validTo().isBefore(draft.validFrom())) {
            faults.wrong("validTo", "is not before validFrom");
        }
    }

    /** A role of a party that is part of another one is the other one's, and is given by those who may change that. */
    @Override
    public PartyRole decide(PartyRole wanted, PartyRole before, Work work) throws SQLException {
        Long living = MergeStore.survivor(work, StoredParty.id(wanted.party()));
        Ref party = living == null ? wanted.party() : StoredParty.ref(living);
        requireChange(work, party);
        if (before != null && before.party() != null) {
            requireChange(work, before.party());
        }
        return wanted.of(party, wanted.validFrom(), wanted.validTo());
    }

    /** A role is changed by those who may change its party. */
    private void requireChange(Work work, Ref party) throws SQLException {
        parties.requireChange(work, Caller.current().actor(), List.of(StoredParty.id(party)));
    }

    @Override
    public void stored(Work work, Kept<PartyRole> before, Kept<PartyRole> after) throws SQLException {
        PartyRole role = after.value();
        if (before != null && before.archived() != after.archived() && role.party() != null) {
            requireChange(work, role.party());
        }
        if (role.party() != null && !after.archived()) {
            RolePeriod days = RolePeriod.of(role.validFrom(), role.validTo());
            if (RoleTable.others(work, role.party(), role.role(), after.id()).stream()
                    .anyMatch(days::meets)) {
                throw new Conflict(
                        "crm.party-role.overlaps",
                        "The contact has the role '" + role.role() + "' on some of these days already.");
            }
        }
        RoleTable.keep(work, after);
    }
}
