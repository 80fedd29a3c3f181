package org.colonnade.platform.dossier.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.dossier.internal.domain.Digest;
import org.colonnade.platform.dossier.internal.domain.FieldValue;

/** The values of custom fields: one row a value, the columns that are compared beside its text. */
public final class ValueStore {

    /** How many values are worked on at once where all values of a field are. */
    public static final int PART = 1000;

    private static final String OF =
            """
            select record_id, field_id, place, value_text from dossier_custom_value
             where kind = ? and record_id = any (?) order by record_id, field_id, place""";
    private static final String CLEAR =
            "delete from dossier_custom_value where kind = ? and record_id = ? and field_id = ?";
    private static final String CLEAR_ALL = "delete from dossier_custom_value where field_id = ?";
    private static final String ADD =
            """
            insert into dossier_custom_value (kind, record_id, field_id, place, record_no, value_text, text_key, number_value,
                at_value, unique_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CHANGE =
            """
            update dossier_custom_value set value_text = ?, text_key = ?, number_value = ?, at_value = ?, unique_key = ?
             where kind = ? and record_id = ? and field_id = ? and place = ?""";
    private static final String HOLDER =
            "select record_id from dossier_custom_value where field_id = ? and unique_key = ? and record_id <> ?";
    private static final String PART_OF =
            """
            select record_id, field_id, place, value_text from dossier_custom_value
             where kind = ? and field_id = ? and (record_id > ? or record_id = ? and place > ?)
             order by record_id, place limit ?""";
    private static final String COUNT = "select count(*) from dossier_custom_value where field_id = ?";

    private ValueStore() {}

    /**
     * One stored value.
     *
     * @param place its place in a list of choices, from 0
     * @param text what is kept
     */
    public record Stored(String record, long field, int place, String text) {}

    /** The values of records of one kind. */
    public static List<Stored> of(Work work, String kind, Collection<String> ids) throws SQLException {
        return Sql.query(
                work,
                OF,
                row -> new Stored(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)),
                kind,
                Sql.texts(work, ids));
    }

    /** Makes the record's values of the field these. */
    public static void set(Work work, Ref record, long field, boolean unique, List<Object> values) throws SQLException {
        String kind = Kinds.of(record);
        Sql.update(work, CLEAR, kind, record.id(), field);
        List<Object[]> rows = new ArrayList<>();
        for (Object value : values) {
            rows.add(row(kind, new Stored(record.id(), field, rows.size(), null), unique, value));
        }
        Sql.batch(work, ADD, rows);
    }

    /** Puts stored values back. */
    public static void restore(Work work, String kind, boolean unique, List<Stored> stored, List<Object> values)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            rows.add(row(kind, stored.get(i), unique, values.get(i)));
        }
        Sql.batch(work, ADD, rows);
    }

    /** Writes stored values anew, in another type or with their unique keys. */
    public static void rewrite(Work work, String kind, boolean unique, List<Stored> stored, List<Object> values)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Stored one = stored.get(i);
            Object value = values.get(i);
            rows.add(new Object[] {
                FieldValue.kept(value),
                FieldValue.key(value),
                FieldValue.number(value),
                FieldValue.moment(value),
                unique ? Digest.ofValue(value) : null,
                kind,
                one.record(),
                one.field(),
                one.place()
            });
        }
        Sql.batch(work, CHANGE, rows);
    }

    /** Whether another record has the value. */
    public static boolean held(Work work, Ref record, long field, Object value) throws SQLException {
        return Sql.one(work, HOLDER, row -> row.getString(1), field, Digest.ofValue(value), record.id())
                .isPresent();
    }

    /** The values of a field after one of them, null for the first, at most {@value #PART}. */
    public static List<Stored> part(Work work, String kind, long field, Stored after) throws SQLException {
        String record = after == null ? "" : after.record();
        return Sql.query(
                work,
                PART_OF,
                row -> new Stored(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)),
                kind,
                field,
                record,
                record,
                after == null ? -1 : after.place(),
                PART);
    }

    public static long count(Work work, long field) throws SQLException {
        return Sql.one(work, COUNT, row -> row.getLong(1), field).orElseThrow();
    }

    public static void clear(Work work, long field) throws SQLException {
        Sql.update(work, CLEAR_ALL, field);
    }

    private static Object[] row(String kind, Stored at, boolean unique, Object value) {
        return new Object[] {
            kind,
            at.record(),
            at.field(),
            at.place(),
            Kinds.number(at.record()),
            FieldValue.kept(value),
            FieldValue.key(value),
            FieldValue.number(value),
            FieldValue.moment(value),
            unique ? Digest.ofValue(value) : null
        };
    }
}
