package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.match.Facts;

/** What is compared of parties, read for many at once. */
final class FactStore {

    private static final String FIELDS =
            "select id, kind, display_name, name_given, name_additional, name_family, nickname,"
                    + " organisation, birthday, name_key, name_suffix, version from crm_party"
                    + " where id = any (?) and archived = false and merged_into is null";

    /** Only of the living something is remembered, and who dies has another version: so the columns far behind need not be looked at. */
    private static final String VERSIONS = "select id, version from crm_party where id = any (?)";

    private static final String POINTS =
            "select party_id, point_type, point_value, normalised, street, locality, postal_code,"
                    + " match_key from crm_contact_point where party_id = any (?) order by party_id, place";
    private static final String IDENTIFIERS =
            "select party_id, scheme, id_value from crm_identifier where party_id = any (?) and scheme = any (?)";

    private final Map<Long, Facts.Points> points = new HashMap<>();
    private final Map<Long, List<String>> contacts = new HashMap<>();
    private final Map<Long, List<Identifier>> strong = new HashMap<>();

    private FactStore() {}

    /**
     * Those of the parties that are neither archived nor merged. What has the version that is remembered is not read again.
     *
     * @param memory of those compared last; this transaction must not have changed any party, or it would remember what may never be
     */
    static Map<Long, Suspects.Known> load(
            Connection connection, Collection<Long> ids, Set<String> strongSchemes, FactMemory memory)
            throws SQLException {
        Map<Long, Long> versions = new HashMap<>();
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        Sql.query(connection, VERSIONS, row -> versions.put(row.getLong(1), row.getLong(2)), Sql.ids(connection, ids));
        Map<Long, Suspects.Known> known = memory.recall(ids, versions, strongSchemes);
        Set<Long> others = new HashSet<>(versions.keySet());
        others.removeAll(known.keySet());
        Map<Long, Long> after = new HashMap<>();
        load(connection, others, strongSchemes, after).forEach((id, one) -> {
            known.put(id, one);
            // only if it had this version before and after its parts were read are they of this version
            if (versions.get(id).equals(after.get(id))) {
                memory.remember(one, after.get(id), strongSchemes);
            }
        });
        return known;
    }

    /** Those of the parties that are neither archived nor merged. */
    static Map<Long, Suspects.Known> load(Connection connection, Collection<Long> ids, Set<String> strongSchemes)
            throws SQLException {
        return load(connection, ids, strongSchemes, new HashMap<>());
    }

    /** @param versions is told which version each has, read last */
    private static Map<Long, Suspects.Known> load(
            Connection connection, Collection<Long> ids, Set<String> strongSchemes, Map<Long, Long> versions)
            throws SQLException {
        Map<Long, Suspects.Known> known = new HashMap<>();
        if (ids.isEmpty()) {
            return known;
        }
        FactStore parts = new FactStore();
        Sql.query(connection, POINTS, parts::point, Sql.ids(connection, ids));
        if (!strongSchemes.isEmpty()) {
            Sql.query(
                    connection,
                    IDENTIFIERS,
                    parts::identifier,
                    Sql.ids(connection, ids),
                    Sql.texts(connection, strongSchemes));
        }
        Sql.query(
                connection,
                FIELDS,
                row -> {
                    versions.put(row.getLong(1), row.getLong(12));
                    return known.put(row.getLong(1), parts.around(row));
                },
                Sql.ids(connection, ids));
        return known;
    }

    private Suspects.Known around(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        PersonName name = new PersonName(
                null,
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(11),
                row.getString(7),
                null,
                null);
        Facts facts = Facts.of(
                PartyKind.valueOf(row.getString(2)),
                name,
                row.getString(3),
                row.getString(8),
                row.getString(9),
                points.getOrDefault(id, new Facts.Points()),
                strong.getOrDefault(id, List.of()));
        return new Suspects.Known(id, row.getString(3), row.getString(10), contacts.getOrDefault(id, List.of()), facts);
    }

    private boolean point(ResultSet row) throws SQLException {
        long party = row.getLong(1);
        ContactType type = ContactType.valueOf(row.getString(2));
        Facts.Points all = points.computeIfAbsent(party, id -> new Facts.Points());
        if (type == ContactType.POSTAL) {
            all.place(row.getString(5), row.getString(6), row.getString(7));
        } else {
            all.add(type, row.getString(3), row.getString(4));
        }
        String key = row.getString(8);
        return key != null
                && contacts.computeIfAbsent(party, id -> new ArrayList<>()).add(key);
    }

    private boolean identifier(ResultSet row) throws SQLException {
        Identifier bare = Facts.bare(new Identifier(row.getString(2), row.getString(3)));
        return !bare.value().isEmpty()
                && strong.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(bare);
    }
}
