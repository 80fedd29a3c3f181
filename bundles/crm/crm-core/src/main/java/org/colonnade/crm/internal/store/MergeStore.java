package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.Merge;
import org.colonnade.crm.api.MergeField;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** The records of merges, and into whom parties were merged. */
public final class MergeStore {

    private static final String COLUMNS =
            "select id, survivor, state, fields, merged_at, merged_by, reverted_at, reverted_by from crm_merge";
    private static final String ONE = COLUMNS + " where id = ?";
    private static final String LIST = COLUMNS + " where id < ? order by id desc limit ?";
    private static final String LOCK = "select journal from crm_merge where id = ? for update";
    private static final String JOURNAL = "select journal from crm_merge where id = ?";
    private static final String INSERT =
            "insert into crm_merge (id, survivor, state, fields, journal, merged_at, merged_by)"
                    + " values (?, ?, 'APPLIED', ?, ?, ?, ?)";
    private static final String REVERT =
            "update crm_merge set state = 'REVERTED', reverted_at = ?, reverted_by = ? where id = ?";
    private static final String INSERT_PARTY =
            "insert into crm_merge_party (merge_id, party_id, place) values (?, ?, ?)";
    private static final String PARTIES =
            "select merge_id, party_id from crm_merge_party where merge_id = any (?) order by merge_id, place";
    private static final String APPLIED = "select m.id from crm_merge m join crm_merge_party p on p.merge_id = m.id"
            + " where p.party_id = ? and m.survivor = ? and m.state = 'APPLIED'";
    private static final String INTO = "select merged_into from crm_party where id = ? and merged_into is not null";
    private static final String EMPTY_POINTS = "delete from crm_contact_point where party_id = any (?)";
    private static final String EMPTY_TAGS = "delete from crm_party_tag where party_id = any (?)";
    private static final String EMPTY_IDENTIFIERS = "delete from crm_identifier where party_id = any (?)";
    private static final String EMPTY_CARD = "delete from crm_party_card where party_id = any (?)";
    private static final String EMPTY_SEARCH = "delete from crm_search where party_id = any (?)";
    private static final String EMPTY_KEYS = "delete from crm_match_key where party_id = any (?)";
    private static final String MOVES =
            "select merge_id, participant, bool_or(put_back), max(moved_at) from crm_merge_move"
                    + " where merge_id = any (?) group by merge_id, participant order by merge_id, participant";
    private static final String MOVED =
            "select party_id, journal from crm_merge_move where merge_id = ? and participant = ? order by party_id";
    private static final String INSERT_MOVE =
            "insert into crm_merge_move (merge_id, participant, party_id, journal, put_back,"
                    + " moved_at) values (?, ?, ?, ?, false, ?)";
    private static final String UNDO_MOVE =
            "update crm_merge_move set put_back = true, moved_at = ? where merge_id = ? and participant = ?";
    private static final TypeReference<List<MergeField>> FIELDS = new TypeReference<>() {};

    /** Writes a new record. */
    public long add(
            Work work, long survivor, List<Long> merged, List<MergeField> fields, MergeJournal journal, String actor)
            throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        long id = work.newId();
        OffsetDateTime now = work.now().atOffset(ZoneOffset.UTC);
        Sql.update(connection, INSERT, id, survivor, Json.write(fields), Json.write(journal), now, actor);
        int place = 0;
        for (long party : merged) {
            Sql.update(connection, INSERT_PARTY, id, party, place++);
        }
        return id;
    }

    /** The journal of a record that nobody else may change until the transaction ends; null if there is none. */
    public MergeJournal lock(Work work, long id) throws SQLException {
        return journal(work, LOCK, id);
    }

    /** The journal of a record, or null. */
    public MergeJournal journal(Work work, long id) throws SQLException {
        return journal(work, JOURNAL, id);
    }

    private static MergeJournal journal(Work work, String constant, long id) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), constant, row -> row.getString(1), id).stream()
                .map(text -> Json.read(text, MergeJournal.class))
                .findFirst()
                .orElse(null);
    }

    /** Writes down that the merge does not count any more. */
    public void revert(Work work, long id, String actor) throws SQLException {
        Sql.update(work.unwrap(Connection.class), REVERT, work.now().atOffset(ZoneOffset.UTC), actor, id);
    }

    /** The record that made just these parties part of the survivor and still counts; or null. */
    public Merge applied(Work work, long survivor, Collection<Long> merged) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        long one = merged.iterator().next();
        Set<Ref> wanted = new HashSet<>();
        merged.forEach(id -> wanted.add(StoredParty.ref(id)));
        for (long id : Sql.query(connection, APPLIED, row -> row.getLong(1), one, survivor)) {
            Merge merge = find(work, id);
            if (wanted.equals(new HashSet<>(merge.merged()))) {
                return merge;
            }
        }
        return null;
    }

    /** The record, or null. */
    public Merge find(Work work, long id) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        List<Merge> found = views(connection, Sql.query(connection, ONE, Line::read, id));
        return found.isEmpty() ? null : found.get(0);
    }

    /** All records, newest first. */
    public Page<Merge> list(Work work, PageRequest page) throws SQLException {
        List<String> keys = page.keys(1);
        long before = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        Connection connection = work.unwrap(Connection.class);
        List<Line> lines = Sql.query(connection, LIST, Line::read, before, page.limit() + 1);
        boolean more = lines.size() > page.limit();
        List<Line> shown = more ? lines.subList(0, page.limit()) : lines;
        return new Page<>(
                views(connection, shown),
                more ? PageRequest.cursor(Tsid.text(shown.get(shown.size() - 1).id())) : null);
    }

    /** The living party that one is part of now, however many merges later; null for one that stands by itself. */
    public static Long survivor(Work work, long party) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Long living = null;
        List<Long> next = Sql.query(connection, INTO, row -> row.getLong(1), party);
        while (!next.isEmpty()) {
            living = next.get(0);
            next = Sql.query(connection, INTO, row -> row.getLong(1), living);
        }
        return living;
    }

    /** Takes away what now belongs to the survivor, and everything by which a party is found. */
    public void empty(Work work, Collection<Long> merged) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Sql.update(connection, EMPTY_POINTS, Sql.ids(connection, merged));
        Sql.update(connection, EMPTY_TAGS, Sql.ids(connection, merged));
        Sql.update(connection, EMPTY_IDENTIFIERS, Sql.ids(connection, merged));
        Sql.update(connection, EMPTY_CARD, Sql.ids(connection, merged));
        Sql.update(connection, EMPTY_SEARCH, Sql.ids(connection, merged));
        Sql.update(connection, EMPTY_KEYS, Sql.ids(connection, merged));
    }

    /** Moves everything of crm that points at a merged party. */
    public void moveOwn(Work work, long record, long merged, long survivor) throws SQLException {
        for (PartyReferenceParticipant own : OwnReferences.ALL) {
            String journal = own.move(StoredParty.ref(merged), StoredParty.ref(survivor), work);
            moved(work, record, own.name(), Map.of(merged, journal));
        }
    }

    /** Puts everything of crm back that pointed at a merged party. */
    public void putOwnBack(Work work, long record, long merged, long survivor) throws SQLException {
        for (int i = OwnReferences.ALL.size() - 1; i >= 0; i--) {
            PartyReferenceParticipant own = OwnReferences.ALL.get(i);
            String journal = moved(work, record, own.name()).get(merged);
            own.putBack(StoredParty.ref(merged), StoredParty.ref(survivor), journal, work);
            putBack(work, record, own.name());
        }
    }

    /** Writes down what a participant needs to put its references back; a second time changes nothing. */
    public void moved(Work work, long record, String participant, Map<Long, String> journals) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Map<Long, String> present = moved(work, record, participant);
        OffsetDateTime now = work.now().atOffset(ZoneOffset.UTC);
        for (Map.Entry<Long, String> journal : journals.entrySet()) {
            if (!present.containsKey(journal.getKey())) {
                Sql.update(connection, INSERT_MOVE, record, participant, journal.getKey(), journal.getValue(), now);
            }
        }
    }

    /** What a participant needs to put its references back, by the merged party; empty if it has not moved them yet. */
    public Map<Long, String> moved(Work work, long record, String participant) throws SQLException {
        Map<Long, String> journals = new HashMap<>();
        Sql.query(
                work.unwrap(Connection.class),
                MOVED,
                row -> journals.put(row.getLong(1), row.getString(2)),
                record,
                participant);
        return journals;
    }

    /** Writes down that a participant has put its references back. */
    public void putBack(Work work, long record, String participant) throws SQLException {
        Sql.update(work.unwrap(Connection.class), UNDO_MOVE, work.now().atOffset(ZoneOffset.UTC), record, participant);
    }

    /** A record as it lies in its table. */
    private record Line(
            long id,
            long survivor,
            Merge.State state,
            String fields,
            Instant mergedAt,
            String mergedBy,
            Instant revertedAt,
            String revertedBy) {

        static Line read(ResultSet row) throws SQLException {
            OffsetDateTime reverted = row.getObject(7, OffsetDateTime.class);
            return new Line(
                    row.getLong(1),
                    row.getLong(2),
                    Merge.State.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getString(6),
                    reverted == null ? null : reverted.toInstant(),
                    row.getString(8));
        }
    }

    private static List<Merge> views(Connection connection, List<Line> lines) throws SQLException {
        List<Long> ids = lines.stream().map(Line::id).toList();
        Map<Long, List<Ref>> parties = new HashMap<>();
        Sql.query(
                connection,
                PARTIES,
                row -> parties.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(StoredParty.ref(row.getLong(2))),
                Sql.ids(connection, ids));
        Map<Long, List<Merge.Move>> moves = new HashMap<>();
        Sql.query(
                connection,
                MOVES,
                row -> moves.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Merge.Move(
                                row.getString(2),
                                row.getBoolean(3),
                                row.getObject(4, OffsetDateTime.class).toInstant())),
                Sql.ids(connection, ids));
        return lines.stream()
                .map(line -> new Merge(
                        Tsid.text(line.id()),
                        StoredParty.ref(line.survivor()),
                        parties.getOrDefault(line.id(), List.of()),
                        line.state(),
                        Json.read(line.fields(), FIELDS),
                        moves.getOrDefault(line.id(), List.of()),
                        List.of(),
                        line.mergedAt(),
                        line.mergedBy(),
                        line.revertedAt(),
                        line.revertedBy()))
                .toList();
    }
}
