package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import javax.persistence.EntityManager;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** The files that came in, and what became of each card or row. */
public final class ImportStore {

    private static final String LIST = "select i from ImportRow i where i.id < :before order by i.id desc";
    private static final String INSERT =
            "insert into crm_import_item (import_id, place, line_no, status, party_id, name, code, messages,"
                    + " suspects, raw) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ITEMS =
            "select place, line_no, status, party_id, name, code, messages, suspects, undone from crm_import_item"
                    + " where import_id = ? and place > ? order by place limit ?";
    private static final String ITEMS_OF =
            "select place, line_no, status, party_id, name, code, messages, suspects, undone from crm_import_item"
                    + " where import_id = ? and place > ? and status = ? order by place limit ?";
    private static final String NOTEWORTHY =
            "select place, line_no, status, party_id, name, code, messages, suspects, undone from crm_import_item"
                    + " where import_id = ? and (status = 'REFUSED' or messages <> '[]' or suspects <> '[]')"
                    + " order by place limit ?";
    private static final String SMOOTH =
            "select place, line_no, status, party_id, name, code, messages, suspects, undone from crm_import_item"
                    + " where import_id = ? and status <> 'REFUSED' and messages = '[]' and suspects = '[]'"
                    + " order by place limit ?";
    private static final String RAW =
            "select place, raw, line_no, code, messages from crm_import_item where import_id = ? and place > ?"
                    + " and status = 'REFUSED' order by place limit 50";
    private static final String CLEAR = "delete from crm_import_item where import_id = ?";
    private static final String LOCK = "select id from crm_import where id = ? for update";
    private static final TypeReference<List<String>> MESSAGES = new TypeReference<>() {};
    private static final TypeReference<List<Suspicion>> SUSPECTS = new TypeReference<>() {};

    /** A suspect as it lies in a column. */
    private record Suspicion(
            String party, String name, Suspect.Strength strength, List<String> reasons, Double score) {}

    /**
     * A refused card or row as it came.
     *
     * @param place its place in the file
     * @param bytes the bytes
     * @param line where it begins in the file
     * @param code why it was refused
     * @param messages the same for people
     */
    public record Raw(long place, byte[] bytes, long line, String code, List<String> messages) {}

    /** What is known of a file before it is read. */
    public record Arrival(String format, boolean dryRun, byte[] header, String options) {}

    /** Writes down that a file came. */
    public long begin(Work work, Arrival file, String actor) {
        long id = work.newId();
        work.unwrap(EntityManager.class)
                .persist(new ImportRow(
                        id, file.format(), file.dryRun(), file.header(), file.options(), work.now(), actor));
        return id;
    }

    /** Keeps the import from being changed by others until the transaction ends. @return how it stands; null if there is none */
    public ImportReport lock(Work work, long id) throws SQLException {
        boolean there = id >= 0
                && !Sql.query(work.unwrap(Connection.class), LOCK, row -> row.getLong(1), id)
                        .isEmpty();
        return there ? find(work, id) : null;
    }

    /** Writes down which job reads the file. */
    public void submitted(Work work, long id, String job) {
        row(work, id).submitted(job);
    }

    /** What was tried is done now, by that job; what was found out by trying is forgotten. */
    public void committed(Work work, long id, String job) throws SQLException {
        row(work, id).committed(job);
        clear(work, id);
    }

    /** Writes down which job takes it back. */
    public void reverting(Work work, long id, String job) {
        row(work, id).reverting(job);
    }

    /** Writes down what was taken back. */
    public void reverted(Work work, long id, ImportReport.Reverted what) {
        row(work, id).reverted(what);
    }

    /** Writes down how far it is. */
    public void count(Work work, long id, ImportCounts counts) {
        row(work, id).counted(counts, work.now());
    }

    /** Writes down that it came to its end. */
    public void ended(Work work, long id, ImportReport.State how) {
        row(work, id).ended(how, work.now());
    }

    /** Writes down why it failed. */
    public void failed(Work work, long id, String code, String sentence) {
        row(work, id).failed(code, sentence);
        ended(work, id, ImportReport.State.FAILED);
    }

    /** Forgets what became of cards and rows: they are about to be tried anew. */
    public void clear(Work work, long id) throws SQLException {
        Sql.update(work.unwrap(Connection.class), CLEAR, id);
    }

    /** How the file is to be read, as {@link #begin} was told. */
    public String options(Work work, long id) {
        return row(work, id).options();
    }

    private static ImportRow row(Work work, long id) {
        return work.unwrap(EntityManager.class).find(ImportRow.class, id);
    }

    /** Writes down what became of cards or rows; the raw form of those for which there is one. */
    public void items(Work work, long id, Collection<ImportItem> items, LongFunction<byte[]> raw) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(INSERT)) {
            for (ImportItem item : items) {
                statement.setLong(1, id);
                statement.setLong(2, item.position());
                statement.setLong(3, item.line());
                statement.setString(4, item.status().name());
                statement.setObject(5, item.party() == null ? null : Tsid.parse(item.party()));
                statement.setString(6, item.name() == null ? null : Texts.cut(item.name(), 500));
                statement.setString(7, item.code());
                statement.setString(8, Json.write(item.messages()));
                statement.setString(
                        9,
                        Json.write(item.suspects().stream()
                                .map(s -> new Suspicion(
                                        s.party().toString(), s.displayName(), s.strength(), s.reasons(), s.score()))
                                .toList()));
                statement.setBytes(10, raw.apply(item.position()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The import, or null. */
    public ImportReport find(Work work, long id) {
        ImportRow row = id < 0 ? null : work.unwrap(EntityManager.class).find(ImportRow.class, id);
        return row == null ? null : row.view(work.now());
    }

    /** The first line above refused rows; empty for cards. */
    public byte[] header(Work work, long id) {
        return row(work, id).header();
    }

    /** All imports, newest first. */
    public Page<ImportReport> list(Work work, PageRequest page) {
        List<String> keys = page.keys(1);
        long before = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        List<ImportReport> reports = work
                .unwrap(EntityManager.class)
                .createQuery(LIST, ImportRow.class)
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .stream()
                .map(row -> row.view(work.now()))
                .toList();
        boolean more = reports.size() > page.limit();
        List<ImportReport> shown = more ? reports.subList(0, page.limit()) : reports;
        return new Page<>(
                shown, more ? PageRequest.cursor(shown.get(shown.size() - 1).id()) : null);
    }

    /** What became of the cards or rows, in their order. */
    public Page<ImportItem> items(Work work, long id, ImportItem.Status status, PageRequest page) throws SQLException {
        List<String> keys = page.keys(1);
        long after = keys.isEmpty() ? 0 : Math.max(0, Tsid.parse(keys.get(0)));
        Connection connection = work.unwrap(Connection.class);
        List<ImportItem> items = new ArrayList<>(
                status == null
                        ? Sql.query(connection, ITEMS, ImportStore::item, id, after, page.limit() + 1)
                        : Sql.query(
                                connection, ITEMS_OF, ImportStore::item, id, after, status.name(), page.limit() + 1));
        boolean more = items.size() > page.limit();
        List<ImportItem> shown = more ? items.subList(0, page.limit()) : items;
        return new Page<>(
                shown,
                more ? PageRequest.cursor(Tsid.text(shown.get(shown.size() - 1).position())) : null);
    }

    /** Some of what became of the cards or rows: those that need a look before the others, in the order of the file. */
    public List<ImportItem> some(Work work, long id, int most) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        List<ImportItem> items = new ArrayList<>(Sql.query(connection, NOTEWORTHY, ImportStore::item, id, most));
        items.addAll(Sql.query(connection, SMOOTH, ImportStore::item, id, most - items.size()));
        items.sort(Comparator.comparing(ImportItem::position));
        return items;
    }

    /** The next refused ones as they came, after a place in the file. */
    public List<Raw> refused(Work work, long id, long after) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                RAW,
                row -> new Raw(
                        row.getLong(1),
                        row.getBytes(2) == null ? new byte[0] : row.getBytes(2),
                        row.getLong(3),
                        row.getString(4),
                        Json.read(row.getString(5), MESSAGES)),
                id,
                after);
    }

    private static ImportItem item(ResultSet row) throws SQLException {
        long party = row.getLong(4);
        String id = row.wasNull() ? null : Tsid.text(party);
        List<Suspect> suspects = Json.read(row.getString(8), SUSPECTS).stream()
                .map(s -> new Suspect(Ref.parse(s.party()), s.name(), s.strength(), s.reasons(), s.score(), List.of()))
                .toList();
        return new ImportItem(
                row.getLong(1),
                row.getLong(2),
                ImportItem.Status.valueOf(row.getString(3)),
                id,
                row.getString(5),
                row.getString(6),
                Json.read(row.getString(7), MESSAGES),
                suspects,
                row.getString(9) == null ? null : ImportItem.Undone.valueOf(row.getString(9)));
    }
}
