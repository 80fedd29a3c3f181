package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.api.MergeField;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** What the records of merges keep of parties, so that merges can be taken back: how they were before, and what they said differently. */
public final class MergeTraces {

    private static final String PARTS = "select p.party_id from crm_merge_party p join crm_merge m on m.id = p.merge_id"
            + " where m.survivor = ? and m.state = 'APPLIED' order by p.party_id";
    private static final String OF_PARTIES =
            "select id, fields, journal, merged_at from crm_merge where survivor = any (?)"
                    + " or id in (select merge_id from crm_merge_party where party_id = any (?)) order by id";
    private static final String LOCKED = OF_PARTIES + " for update";
    private static final String REWRITE = "update crm_merge set fields = ?, journal = ? where id = ?";
    private static final TypeReference<List<MergeField>> FIELDS = new TypeReference<>() {};

    private MergeTraces() {}

    /** A record of a merge, as far as it tells of some parties. */
    public record Told(long merge, Instant mergedAt, List<MergeJournal.Image> images) {}

    /** A record as it lies in its table. */
    private record Line(long id, List<MergeField> fields, MergeJournal journal, Instant mergedAt) {}

    /** The parties that are part of one now, of those that became part of them too. */
    public static Set<Long> partsOf(Work work, long party) throws SQLException {
        Set<Long> parts = new LinkedHashSet<>();
        List<Long> next = List.of(party);
        while (!next.isEmpty()) {
            List<Long> further = new ArrayList<>();
            for (long one : next) {
                further.addAll(Sql.query(work.unwrap(Connection.class), PARTS, row -> row.getLong(1), one));
            }
            further.removeIf(one -> !parts.add(one));
            next = further;
        }
        return parts;
    }

    /** What the records of merges tell of the parties. */
    public static List<Told> of(Work work, Collection<Long> parties) throws SQLException {
        return lines(work, OF_PARTIES, parties).stream()
                .map(line -> new Told(
                        line.id(),
                        line.mergedAt(),
                        line.journal().before().stream()
                                .filter(image -> parties.contains(image.party()))
                                .toList()))
                .toList();
    }

    /**
     * Takes the parties out of the records of their merges. A merge that is taken back afterwards gives back somebody of whom nothing is
     * known.
     *
     * @return the records that said something
     */
    public static List<Long> forget(Work work, Collection<Long> parties) throws SQLException {
        List<Long> forgotten = new ArrayList<>();
        for (Line line : lines(work, LOCKED, parties)) {
            MergeJournal journal = new MergeJournal(
                    line.journal().before().stream()
                            .map(image -> parties.contains(image.party()) ? nobody(image) : image)
                            .toList(),
                    nobody(line.journal().after()));
            List<MergeField> fields =
                    line.fields().stream().map(field -> without(field, parties)).toList();
            if (!journal.equals(line.journal()) || !fields.equals(line.fields())) {
                Sql.update(work.unwrap(Connection.class), REWRITE, Json.write(fields), Json.write(journal), line.id());
                forgotten.add(line.id());
            }
        }
        return forgotten;
    }

    private static List<Line> lines(Work work, String constant, Collection<Long> parties) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        return Sql.query(
                connection,
                constant,
                row -> new Line(
                        row.getLong(1),
                        Json.read(row.getString(2), FIELDS),
                        Json.read(row.getString(3), MergeJournal.class),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                Sql.ids(connection, parties),
                Sql.ids(connection, parties));
    }

    private static MergeJournal.Image nobody(MergeJournal.Image image) {
        return new MergeJournal.Image(
                image.party(),
                PersonTraces.nobody(image.draft().kind()),
                Map.of(),
                List.of(),
                image.changedAt(),
                image.changedBy());
    }

    private static MergeField without(MergeField field, Collection<Long> parties) {
        Set<String> gone = parties.stream().map(Tsid::text).collect(Collectors.toSet());
        Map<String, String> values = new HashMap<>(field.values());
        values.replaceAll((party, value) -> gone.contains(party) ? PersonTraces.ERASED : value);
        return new MergeField(field.field(), values, field.from());
    }
}
