package org.colonnade.platform.security.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.security.Teams.Colleague;
import org.colonnade.platform.api.security.Teams.Member;
import org.colonnade.platform.api.security.Teams.Team;
import org.colonnade.platform.api.security.Teams.TeamName;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.TeamKey;
import org.colonnade.platform.security.internal.domain.TeamTree;

/** The tables of teams and their members. */
public final class TeamRows {

    private static final String ALL = "select t from TeamRow t order by t.nameKey";
    private static final String BY_NAME = "select t from TeamRow t where t.nameKey = :name";
    private static final String MEMBERS =
            "select m.team_id, m.user_id, u.name, m.leads, m.since from security_team_member m"
                    + " join security_user u on u.id = m.user_id where m.team_id = ? or cast(? as bigint) < 0"
                    + " order by m.since, m.user_id";
    private static final String JOIN =
            "insert into security_team_member (team_id, user_id, leads, since) values (?, ?, ?, ?)";
    private static final String LEAD = "update security_team_member set leads = ? where team_id = ? and user_id = ?";
    private static final String LEAVE = "delete from security_team_member where team_id = ? and user_id = ?";
    private static final String LEAVE_ALL = "delete from security_team_member where user_id = ?";
    private static final String OF_USER =
            "select u.id, u.name, t.id, t.name from security_user u left join security_team_member m on m.user_id = u.id"
                    + " left join security_team t on t.id = m.team_id and t.archived = false"
                    + " where u.enabled = true and (u.id = ? or u.name_key = ?) order by m.since, m.team_id";
    private static final long EVERY = -1;

    private TeamRows() {}

    public static List<Team> all(Work work) throws SQLException {
        Map<Long, List<Member>> members = members(work, EVERY);
        List<TeamRow> rows = rows(work);
        Map<Long, String> names = rows.stream().collect(Collectors.toMap(TeamRow::id, TeamRow::name));
        return rows.stream()
                .map(row -> view(row, names.get(row.parentId()), members.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static List<TeamRow> rows(Work work) {
        return work.unwrap(EntityManager.class).createQuery(ALL, TeamRow.class).getResultList();
    }

    /** Which team stands below which. */
    public static TeamTree tree(Work work) {
        Map<Long, Long> parents = new HashMap<>();
        rows(work).forEach(row -> parents.put(row.id(), row.parentId()));
        return new TeamTree(parents);
    }

    public static Optional<TeamRow> find(Work work, String name) {
        if (!TeamKey.fits(name)) {
            return Optional.empty();
        }
        return work
                .unwrap(EntityManager.class)
                .createQuery(BY_NAME, TeamRow.class)
                .setParameter("name", TeamKey.key(name))
                .getResultList()
                .stream()
                .findFirst();
    }

    public static Optional<TeamRow> find(Work work, long id) {
        return Optional.ofNullable(work.unwrap(EntityManager.class).find(TeamRow.class, id));
    }

    /** @throws NotFound {@code platform.team.not-found} */
    public static TeamRow get(Work work, String name) {
        return find(work, name).orElseThrow(() -> NotFound.of("platform", "team", name));
    }

    /** What the API shows of it. */
    public static Team view(Work work, TeamRow row) throws SQLException {
        String parent = row.parentId() == null
                ? null
                : find(work, row.parentId()).map(TeamRow::name).orElse(null);
        return view(row, parent, members(work, row.id()).getOrDefault(row.id(), List.of()));
    }

    private static Team view(TeamRow row, String parent, List<Member> members) {
        return new Team(
                Tsid.text(row.id()),
                row.name(),
                row.displayName(),
                parent,
                members,
                row.archived(),
                row.createdAt(),
                row.version());
    }

    private static Map<Long, List<Member>> members(Work work, long team) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(MEMBERS)) {
            query.setLong(1, team);
            query.setLong(2, team);
            try (ResultSet row = query.executeQuery()) {
                Map<Long, List<Member>> members = new HashMap<>();
                while (row.next()) {
                    members.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(new Member(
                                    Tsid.text(row.getLong(2)),
                                    row.getString(3),
                                    row.getBoolean(4),
                                    row.getObject(5, OffsetDateTime.class).toInstant()));
                }
                return members;
            }
        }
    }

    /** An account that is let in, by its id or its name in small letters. */
    public static Optional<Colleague> colleague(Work work, long id, String name) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class).prepareStatement(OF_USER)) {
            query.setLong(1, id);
            query.setString(2, name);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String user = Tsid.text(row.getLong(1));
                String called = row.getString(2);
                List<TeamName> teams = new ArrayList<>();
                do {
                    if (row.getString(4) != null) {
                        teams.add(new TeamName(Tsid.text(row.getLong(3)), row.getString(4)));
                    }
                } while (row.next());
                return Optional.of(new Colleague(user, called, teams));
            }
        }
    }

    public static void join(Work work, long team, long user, boolean lead) throws SQLException {
        try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(JOIN)) {
            insert.setLong(1, team);
            insert.setLong(2, user);
            insert.setBoolean(3, lead);
            insert.setObject(4, work.now().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    public static void lead(Work work, long team, long user, boolean lead) throws SQLException {
        try (PreparedStatement update = work.unwrap(Connection.class).prepareStatement(LEAD)) {
            update.setBoolean(1, lead);
            update.setLong(2, team);
            update.setLong(3, user);
            update.executeUpdate();
        }
    }

    public static void leave(Work work, long team, long user) throws SQLException {
        try (PreparedStatement delete = work.unwrap(Connection.class).prepareStatement(LEAVE)) {
            delete.setLong(1, team);
            delete.setLong(2, user);
            delete.executeUpdate();
        }
    }

    /** Takes somebody who is nobody any more out of all teams. */
    public static void leaveAll(Work work, long user) throws SQLException {
        try (PreparedStatement delete = work.unwrap(Connection.class).prepareStatement(LEAVE_ALL)) {
            delete.setLong(1, user);
            delete.executeUpdate();
        }
    }

    /** Stores a new row now, so that its version is there. */
    public static TeamRow insert(Work work, TeamRow row) {
        EntityManager em = work.unwrap(EntityManager.class);
        em.persist(row);
        em.flush();
        return row;
    }
}
