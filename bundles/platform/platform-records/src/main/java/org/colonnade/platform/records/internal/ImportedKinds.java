package org.colonnade.platform.records.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.ImportedRecords;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By which imports the declared records of all functions came. */
@Component
public final class ImportedKinds implements ImportedRecords {

    private static final String JOBS =
            "select distinct job from records_import_item where job = any (?) and kind = ? and record_id = any (?)";

    private final Tx tx;

    @Activate
    public ImportedKinds(@Reference(target = "(module=records)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public Set<String> jobs(Collection<String> jobs, Collection<Ref> records) {
        Map<String, List<Ref>> byKind =
                records.stream().collect(Collectors.groupingBy(record -> record.module() + ':' + record.type()));
        return tx.read(work -> {
            Set<String> found = new TreeSet<>();
            for (Map.Entry<String, List<Ref>> kind : byKind.entrySet()) {
                found.addAll(jobs(
                        work,
                        jobs,
                        kind.getKey(),
                        kind.getValue().stream().map(Ref::id).toList()));
            }
            return found;
        });
    }

    /** The rows of these jobs lie together, so no index leads from a record to them. */
    private static List<String> jobs(Work work, Collection<String> jobs, String kind, List<String> records)
            throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(JOBS)) {
            query.setArray(1, connection.createArrayOf("varchar", jobs.toArray()));
            query.setString(2, kind);
            query.setArray(3, connection.createArrayOf("varchar", records.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}
