package org.colonnade.platform.dossier.internal.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.store.Work;

/** The values of deleted fields, as JSON in parts. */
public final class ArchiveStore {

    private static final String ADD = "insert into dossier_custom_archive (field_id, part, content) values (?, ?, ?)";
    private static final String PART = "select content from dossier_custom_archive where field_id = ? and part = ?";
    private static final String CLEAR = "delete from dossier_custom_archive where field_id = ?";

    private ArchiveStore() {}

    public static void add(Work work, long field, int part, List<ValueStore.Stored> values) throws SQLException {
        Sql.update(work, ADD, field, part, Json.write(values));
    }

    /** One part, from 0; empty behind the last. */
    public static Optional<List<ValueStore.Stored>> part(Work work, long field, int part) throws SQLException {
        return Sql.one(work, PART, row -> row.getString(1), field, part)
                .map(text -> Arrays.asList(Json.read(text, ValueStore.Stored[].class)));
    }

    public static void clear(Work work, long field) throws SQLException {
        Sql.update(work, CLEAR, field);
    }
}
