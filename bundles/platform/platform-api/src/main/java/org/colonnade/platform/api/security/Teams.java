package org.colonnade.platform.api.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who works together. A team may have a team above it; who is a member of a team sees what is this team's and what is of all below it,
 * never what is above. Callers have already been let in.
 *
 * @since 1.2
 */
@ProviderType
public interface Teams {

    /** All teams, by name. */
    List<Team> teams();

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.team.not-found} */
    Team team(String name);

    /**
     * Makes a team.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.team.invalid}, {@code platform.team.not-found} for its parent
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.team.taken}
     */
    Team add(TeamDraft draft);

    /**
     * Makes a user a member, or its lead or no more. {@code platform.user.not-found}, {@code platform.team.archived},
     * {@code platform.team.led}.
     */
    Team join(String team, String user, boolean lead);

    /** Takes a member out. {@code platform.member.not-found}. */
    Team leave(String team, String user);

    /** A team that is referred to, archived or not. @param team {@code platform:team:…} */
    Optional<Team> find(Ref team);

    /** A team by its name, in capital or small letters, archived or not. */
    Optional<Team> named(String name);

    /** An account that is let in, with its teams; empty if there is none. @param user {@code platform:user:…} */
    Optional<Colleague> colleague(Ref user);

    /** The same by sign-in name, in capital or small letters. */
    Optional<Colleague> colleague(String user);

    /**
     * A team.
     *
     * @param id its id: {@code platform:team:<id>}
     * @param name unique without regard to case; it stays
     * @param displayName what people see
     * @param parent the name of the team above it, or null
     * @param members in the order in which they came
     * @param archived whether it was put away: it takes no more members, and those that it has see its records as before
     * @param createdAt UTC
     * @param version for {@code If-Match}
     */
    record Team(
            String id,
            String name,
            String displayName,
            String parent,
            List<Member> members,
            boolean archived,
            Instant createdAt,
            long version) {

        public Team {
            members = List.copyOf(members);
        }

        /** How records point at it. */
        public Ref ref() {
            return new Ref("platform", "team", id);
        }
    }

    /**
     * A member.
     *
     * @param id the user's id
     * @param user the sign-in name
     * @param lead whether it leads the team; one at most does
     * @param since when it came, UTC
     */
    record Member(String id, String user, boolean lead, Instant since) {}

    /**
     * A team to be.
     *
     * @param name 2 to 64 letters, digits, spaces and {@code . _ - &}
     * @param displayName what people see; the name if missing
     * @param parent the name of the team above it, or null
     */
    record TeamDraft(String name, String displayName, String parent) {}

    /**
     * Somebody who may be given something.
     *
     * @param id the user's id
     * @param user the sign-in name
     * @param teams the teams of which it is a member and that are not archived, the one it has been in for longest first
     */
    record Colleague(String id, String user, List<TeamName> teams) {

        public Colleague {
            teams = List.copyOf(teams);
        }

        /** How records point at it. */
        public Ref ref() {
            return new Ref("platform", "user", id);
        }
    }

    /**
     * Which team.
     *
     * @param id its id
     * @param name its name
     */
    record TeamName(String id, String name) {}
}
