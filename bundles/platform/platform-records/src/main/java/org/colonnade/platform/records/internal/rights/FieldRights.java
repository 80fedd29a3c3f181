package org.colonnade.platform.records.internal.rights;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What roles withhold of single fields. Where several roles say something, the least counts; what no role says is open. Administrators
 * and the platform itself see everything. Kept in memory for two seconds at most, so other nodes follow a change that soon.
 */
@Component(service = FieldRights.class)
public final class FieldRights {

    private static final long MEMORY_NANOS = 2_000_000_000L;
    private static final String ALL =
            "select role, kind, field, access from records_field_right order by role, kind, field";
    private static final String REMOVE = "delete from records_field_right where role = ? and kind = ? and field = ?";
    private static final String PUT =
            "insert into records_field_right (role, kind, field, access, changed_at, changed_by)"
                    + " values (?, ?, ?, ?, ?, ?)";

    private final Tx tx;
    private final LongSupplier nanos;
    private volatile Known known;

    @Activate
    public FieldRights(@Reference(target = "(module=records)") Tx tx) {
        this(tx, System::nanoTime);
    }

    FieldRights(Tx tx, LongSupplier nanos) {
        this.tx = tx;
        this.nanos = nanos;
    }

    /**
     * What one role leaves of one field.
     *
     * @param role the role's name
     * @param kind {@code <module>:<type>}
     * @param field the field's name
     * @param access what is left
     */
    public record Right(String role, String kind, String field, Access access) {}

    /** All that was said, by role, kind and field. */
    public List<Right> all() {
        return now().rights();
    }

    /** What the roles leave of the fields of a kind; empty where they leave everything. */
    public Map<String, Access> of(Actor actor, String kind) {
        if (actor.administrator() || actor.roles().isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, Access>> byRole = now().byKind().get(kind);
        if (byRole == null) {
            return Map.of();
        }
        Map<String, Access> left = new HashMap<>();
        for (String role : actor.roles()) {
            byRole.getOrDefault(role, Map.of())
                    .forEach((field, access) -> left.merge(field, access, (a, b) -> a.compareTo(b) < 0 ? a : b));
        }
        return left;
    }

    /** Says what a role leaves of a field; {@link Access#WRITE} takes back what was said. */
    public void put(Actor actor, Right right) {
        tx.write(work -> {
            remove(work, right);
            if (right.access() != Access.WRITE) {
                insert(work, right, actor);
            }
            work.record(new Change(
                    new Ref("platform", "role", right.role()),
                    "field-right-changed",
                    0,
                    null,
                    "{\"kind\":\"" + right.kind() + "\",\"field\":\"" + right.field() + "\",\"access\":\""
                            + right.access() + "\"}"));
            return null;
        });
        known = null;
    }

    private static void remove(Work work, Right right) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(REMOVE)) {
            statement.setString(1, right.role());
            statement.setString(2, right.kind());
            statement.setString(3, right.field());
            statement.executeUpdate();
        }
    }

    private static void insert(Work work, Right right, Actor actor) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(PUT)) {
            statement.setString(1, right.role());
            statement.setString(2, right.kind());
            statement.setString(3, right.field());
            statement.setString(4, right.access().name());
            statement.setObject(5, work.now().atOffset(ZoneOffset.UTC));
            statement.setString(6, actor.ref().toString());
            statement.executeUpdate();
        }
    }

    private Known now() {
        Known present = known;
        if (present == null || nanos.getAsLong() - present.readAt() > MEMORY_NANOS) {
            present = read();
            known = present;
        }
        return present;
    }

    private Known read() {
        long at = nanos.getAsLong();
        List<Right> rights = tx.read(work -> {
            List<Right> all = new ArrayList<>();
            try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(ALL);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(new Right(
                            row.getString(1), row.getString(2), row.getString(3), Access.valueOf(row.getString(4))));
                }
            }
            return all;
        });
        Map<String, Map<String, Map<String, Access>>> byKind = new HashMap<>();
        for (Right right : rights) {
            byKind.computeIfAbsent(right.kind(), k -> new HashMap<>())
                    .computeIfAbsent(right.role(), r -> new HashMap<>())
                    .put(right.field(), right.access());
        }
        return new Known(at, List.copyOf(rights), byKind);
    }

    private record Known(long readAt, List<Right> rights, Map<String, Map<String, Map<String, Access>>> byKind) {}
}
