package org.colonnade.platform.dossier.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.store.Work;

/** The definitions of custom fields. */
public final class FieldStore {

    private static final String ACTIVE =
            "select * from dossier_custom_field where kind = ? and live_name is not null and is_active order by place, id";
    private static final String ALL = "select * from dossier_custom_field order by kind, place, id";
    private static final String OF_KIND = "select * from dossier_custom_field where kind = ? order by place, id";
    private static final String ONE = "select * from dossier_custom_field where id = ?";
    private static final String LOCKED = "select * from dossier_custom_field where id = ? for update";
    private static final String LIVE = "select id from dossier_custom_field where kind = ? and live_name = ?";
    private static final String COUNT =
            "select count(*) from dossier_custom_field where kind = ? and live_name is not null";
    private static final String ADD =
            """
            insert into dossier_custom_field (id, version, kind, field_name, live_name, place, is_active, definition,
                created_by, created_at, changed_by, changed_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CHANGE =
            """
            update dossier_custom_field set version = version + 1, live_name = ?, place = ?, is_active = ?, definition = ?,
                changed_by = ?, changed_at = ? where id = ?""";

    private FieldStore() {}

    /** The active ones of a kind in their order. */
    public static List<CustomField> active(Work work, String kind) throws SQLException {
        return Sql.query(work, ACTIVE, FieldStore::read, kind);
    }

    /** All of a kind, or of every kind if it is null; those that are archived too. */
    public static List<CustomField> all(Work work, String kind) throws SQLException {
        return kind == null ? Sql.query(work, ALL, FieldStore::read) : Sql.query(work, OF_KIND, FieldStore::read, kind);
    }

    public static Optional<CustomField> find(Work work, long id) throws SQLException {
        return Sql.one(work, ONE, FieldStore::read, id);
    }

    /** The field, held until the transaction ends. */
    public static Optional<CustomField> locked(Work work, long id) throws SQLException {
        return Sql.one(work, LOCKED, FieldStore::read, id);
    }

    /** Whether a field of that name is in use. */
    public static boolean taken(Work work, String kind, String name) throws SQLException {
        return Sql.one(work, LIVE, row -> row.getLong(1), kind, name).isPresent();
    }

    /** How many fields of the kind are in use. */
    public static long count(Work work, String kind) throws SQLException {
        return Sql.one(work, COUNT, row -> row.getLong(1), kind).orElseThrow();
    }

    public static long add(Work work, CustomFieldDraft field, Ref by) throws SQLException {
        long id = work.newId();
        Sql.update(
                work,
                ADD,
                id,
                field.kind(),
                field.name(),
                field.name(),
                field.position(),
                field.active(),
                Json.write(field),
                by,
                work.now(),
                by,
                work.now());
        return id;
    }

    public static void change(Work work, long id, CustomFieldDraft field, boolean archived, Ref by)
            throws SQLException {
        Sql.update(
                work,
                CHANGE,
                archived ? null : field.name(),
                field.position(),
                field.active(),
                Json.write(field),
                by,
                work.now(),
                id);
    }

    private static CustomField read(ResultSet row) throws SQLException {
        return new CustomField(
                Tsid.text(row.getLong("id")),
                Json.read(row.getString("definition"), CustomFieldDraft.class),
                row.getString("live_name") == null,
                Sql.ref(row, "created_by"),
                Sql.instant(row, "created_at"),
                Sql.ref(row, "changed_by"),
                Sql.instant(row, "changed_at"),
                row.getLong("version"));
    }
}
