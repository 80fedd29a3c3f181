package org.colonnade.platform.security.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Teams.Member;
import org.colonnade.platform.api.security.Teams.Team;
import org.colonnade.platform.api.security.Teams.TeamDraft;
import org.colonnade.platform.api.security.event.TeamChanged;
import org.colonnade.platform.api.security.event.TeamMemberChanged;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.GrantRule;
import org.colonnade.platform.security.internal.domain.TeamKey;
import org.colonnade.platform.security.internal.store.TeamRow;
import org.colonnade.platform.security.internal.store.TeamRows;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and changes teams on somebody's behalf, who sees everything: being in a team is a right to see what is the team's. */
@Component(service = TeamDesk.class)
public final class TeamDesk {

    private static final int MOST_MEMBERS = 2_000;

    private final Tx tx;
    private final Doorkeeper doorkeeper;

    @Activate
    public TeamDesk(@Reference(target = "(module=security)") Tx tx, @Reference Doorkeeper doorkeeper) {
        this.tx = tx;
        this.doorkeeper = doorkeeper;
    }

    public List<Team> all() {
        return tx.read(TeamRows::all);
    }

    public Team get(String name) {
        return tx.read(work -> TeamRows.view(work, TeamRows.get(work, name)));
    }

    /**
     * Makes a team.
     *
     * @throws Rejected {@code platform.team.invalid}, {@code platform.team.not-found} for its parent
     * @throws Conflict {@code platform.team.taken}
     */
    public Team add(Actor actor, TeamDraft draft) {
        GrantRule.teams(actor);
        TeamDraft checked = checked(draft);
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            if (TeamRows.find(work, checked.name()).isPresent()) {
                throw new Conflict(
                        "platform.team.taken",
                        "There is a team of this name already; names are the same in capital and small letters.");
            }
            TeamRow row = TeamRows.insert(
                    work,
                    new TeamRow(
                            work.newId(),
                            checked.name(),
                            checked.displayName(),
                            parent(work, checked.parent(), null),
                            work.now()));
            return told(work, "created", row, null);
        }));
    }

    /**
     * Changes a team.
     *
     * @param seen is given the present version and refuses if it is not the one that the caller knows
     * @throws Rejected {@code platform.team.invalid}, {@code platform.team.not-found} for its parent
     * @throws Conflict {@code platform.team.circle}
     */
    public Team change(Actor actor, String name, LongConsumer seen, UnaryOperator<TeamChange> edit) {
        GrantRule.teams(actor);
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            TeamRow row = TeamRows.get(work, name);
            seen.accept(row.version());
            Team before = TeamRows.view(work, row);
            TeamChange after = edit.apply(new TeamChange(before.displayName(), before.parent()))
                    .checked();
            Long parent = Objects.equals(before.parent(), after.parent())
                    ? row.parentId()
                    : parent(work, after.parent(), row.id());
            boolean same = after.displayName().equals(row.displayName()) && Objects.equals(parent, row.parentId());
            if (same) {
                return before;
            }
            row.change(after.displayName(), parent);
            return told(work, "changed", row, before);
        }));
    }

    /** Puts a team away, or brings it back. Its members go on seeing what is the team's. */
    public Team archive(Actor actor, String name, LongConsumer seen, boolean away) {
        GrantRule.teams(actor);
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            TeamRow row = TeamRows.get(work, name);
            seen.accept(row.version());
            Team before = TeamRows.view(work, row);
            if (row.archived() == away) {
                return before;
            }
            row.archive(away);
            return told(work, away ? "archived" : "restored", row, before);
        }));
    }

    /** The id of the team above. @param self the team itself, or null for a new one */
    private static Long parent(Work work, String name, Long self) {
        if (name == null) {
            return null;
        }
        TeamRow parent =
                TeamRows.find(work, name).filter(row -> !row.archived()).orElse(null);
        if (parent == null) {
            throw new Rejected("platform.team.not-found", "There is no such team.").field("parent", "is no team");
        }
        if (self != null && TeamRows.tree(work).closesCircle(self, parent.id())) {
            throw new Conflict(
                    "platform.team.circle", "The team that shall be above this one stands below it, or is the same.");
        }
        return parent.id();
    }

    /** @see org.colonnade.platform.api.security.Teams#join */
    public Team join(Actor actor, String team, String user, boolean lead) {
        GrantRule.teams(actor);
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            TeamRow row = TeamRows.get(work, team);
            UserRow account = Users.get(work, user);
            Team before = TeamRows.view(work, row);
            Member present = member(before, account);
            if (present != null && present.lead() == lead) {
                return before;
            }
            mayJoin(before, present, lead);
            if (present == null) {
                TeamRows.join(work, row.id(), account.id(), lead);
            } else {
                TeamRows.lead(work, row.id(), account.id(), lead);
            }
            work.publish(new TeamMemberChanged(row.ref(), account.ref(), true, lead));
            return recorded(work, present == null ? "joined" : "lead-changed", row, before);
        }));
    }

    private static void mayJoin(Team team, Member present, boolean lead) {
        if (team.archived()) {
            throw new Conflict("platform.team.archived", "The team is archived; restore it before somebody joins it.");
        }
        if (present == null && team.members().size() >= MOST_MEMBERS) {
            throw new Conflict("platform.team.too-many", "A team has at most " + MOST_MEMBERS + " members.");
        }
        if (lead && team.members().stream().anyMatch(Member::lead)) {
            throw new Conflict("platform.team.led", "Somebody else leads this team; take that from them first.");
        }
    }

    /** @see org.colonnade.platform.api.security.Teams#leave */
    public Team leave(Actor actor, String team, String user) {
        GrantRule.teams(actor);
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            TeamRow row = TeamRows.get(work, team);
            UserRow account = Users.get(work, user);
            Team before = TeamRows.view(work, row);
            if (member(before, account) == null) {
                throw NotFound.of("platform", "member", user);
            }
            TeamRows.leave(work, row.id(), account.id());
            work.publish(new TeamMemberChanged(row.ref(), account.ref(), false, false));
            return recorded(work, "left", row, before);
        }));
    }

    private static Member member(Team team, UserRow account) {
        String id = account.ref().id();
        return team.members().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Team told(Work work, String action, TeamRow row, Team before) throws SQLException {
        Team after = recorded(work, action, row, before);
        Ref parent = row.parentId() == null ? null : Ref.of("platform", "team", row.parentId());
        work.publish(new TeamChanged(row.ref(), row.name(), row.displayName(), parent, row.archived()));
        return after;
    }

    private static Team recorded(Work work, String action, TeamRow row, Team before) throws SQLException {
        Users.flush(work);
        Team after = TeamRows.view(work, row);
        Trail.team(work, action, after, before == null ? null : Trail.text(before));
        return after;
    }

    private static TeamDraft checked(TeamDraft draft) {
        Fields fields = new Fields();
        if (!TeamKey.fits(draft.name())) {
            fields.wrong("name", TeamKey.RULE);
        }
        String displayName = draft.displayName() == null ? draft.name() : draft.displayName();
        fields.required("displayName", displayName, 200).orReject("platform.team.invalid");
        return new TeamDraft(draft.name(), displayName.strip(), draft.parent());
    }

    private Team afterwards(Team team) {
        doorkeeper.forgetAll();
        return team;
    }
}
