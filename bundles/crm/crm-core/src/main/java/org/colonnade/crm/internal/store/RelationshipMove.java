package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.store.Work;

/**
 * How a party stands to others. One to the survivor itself, and one that the survivor has already, cannot be moved: it is taken away and
 * kept whole in the journal; of the others the journal has the ids.
 */
final class RelationshipMove extends OwnMove {

    private static final String OF_PARTY =
            "select id, from_party, to_party, relation, since_on, until_on, created_at, created_by from crm_relationship"
                    + " where from_party = ? or to_party = ? order by id";
    private static final String DELETE = "delete from crm_relationship where id = any (?)";
    private static final String FROM =
            "update crm_relationship set from_party = ? where from_party = ? and to_party <> ? and id = any (?)";
    private static final String TO =
            "update crm_relationship set to_party = ? where to_party = ? and from_party <> ? and id = any (?)";
    private static final String INSERT =
            "insert into crm_relationship (id, from_party, to_party, relation, since_on, until_on, created_at, created_by)"
                    + " select ?, ?, ?, ?, ?, ?, ?, ? from crm_party p where p.id = ? and p.merged_into is null";

    RelationshipMove() {
        super("crm.relationships");
    }

    /** A relationship as it lies in its table. */
    private record Line(
            long id, long from, long to, String relation, String since, String until, String madeAt, String madeBy) {

        static Line read(ResultSet row) throws SQLException {
            LocalDate since = row.getObject(5, LocalDate.class);
            LocalDate until = row.getObject(6, LocalDate.class);
            return new Line(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    since == null ? null : since.toString(),
                    until == null ? null : until.toString(),
                    row.getObject(7, OffsetDateTime.class).toString(),
                    row.getString(8));
        }

        /** What it says, once one party is part of another. */
        String says(long merged, long survivor) {
            return relation
                    + ' '
                    + (from == merged ? survivor : from)
                    + ' '
                    + (to == merged ? survivor : to)
                    + ' '
                    + since;
        }

        boolean between(long one, long other) {
            return from == one && to == other || from == other && to == one;
        }
    }

    /**
     * What was done.
     *
     * @param from ids of those that began at the merged party
     * @param to ids of those that ended there
     * @param gone those that were taken away
     */
    private record Journal(List<Long> from, List<Long> to, List<Line> gone) {}

    @Override
    String move(Work work, Connection connection, long merged, long survivor) throws SQLException {
        Set<String> said = new HashSet<>();
        Sql.query(connection, OF_PARTY, Line::read, survivor, survivor).stream()
                .filter(line -> !line.between(merged, survivor))
                .forEach(line -> said.add(line.says(merged, survivor)));
        Journal journal = new Journal(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Line line : Sql.query(connection, OF_PARTY, Line::read, merged, merged)) {
            if (line.between(merged, survivor) || !said.add(line.says(merged, survivor))) {
                journal.gone().add(line);
            } else {
                (line.from() == merged ? journal.from() : journal.to()).add(line.id());
            }
        }
        Sql.update(
                connection,
                DELETE,
                Sql.ids(connection, journal.gone().stream().map(Line::id).toList()));
        Sql.update(connection, FROM, survivor, merged, survivor, Sql.ids(connection, journal.from()));
        Sql.update(connection, TO, survivor, merged, survivor, Sql.ids(connection, journal.to()));
        return Json.write(journal);
    }

    @Override
    void putBack(Work work, Connection connection, long merged, long survivor, String journal) throws SQLException {
        Journal done = Json.read(journal, Journal.class);
        Sql.update(connection, FROM, merged, survivor, merged, Sql.ids(connection, done.from()));
        Sql.update(connection, TO, merged, survivor, merged, Sql.ids(connection, done.to()));
        for (Line line : done.gone()) {
            long other = line.from() == merged ? line.to() : line.from();
            Sql.update(
                    connection,
                    INSERT,
                    line.id(),
                    line.from(),
                    line.to(),
                    line.relation(),
                    line.since() == null ? null : LocalDate.parse(line.since()),
                    line.until() == null ? null : LocalDate.parse(line.until()),
                    OffsetDateTime.parse(line.madeAt()),
                    line.madeBy(),
                    other);
        }
    }
}
