package org.colonnade.platform.store.internal.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.EventRedaction;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.store.internal.database.StoreFailure;

/** Takes texts out of stored events; dead letters point at the same rows. */
public final class Redaction implements EventRedaction {

    private static final String OF_SUBJECT = "select id, data from platform_event where subject = ? order by id";
    private static final String REWRITE = "update platform_event set data = ? where id = ?";

    /** Trees only: it remembers no class. */
    private static final ObjectMapper TREES = new ObjectMapper();

    @Override
    public int redact(Work work, Ref subject, Set<String> fields) {
        try {
            Connection connection = work.unwrap(Connection.class);
            Map<Long, String> changed = new LinkedHashMap<>();
            try (PreparedStatement query = connection.prepareStatement(OF_SUBJECT)) {
                query.setString(1, subject.toString());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        String without = without(row.getString(2), fields);
                        if (!without.equals(row.getString(2))) {
                            changed.put(row.getLong(1), without);
                        }
                    }
                }
            }
            write(connection, changed);
            return changed.size();
        } catch (SQLException failure) {
            throw new StoreFailure(failure);
        }
    }

    private static void write(Connection connection, Map<Long, String> changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REWRITE)) {
            for (Map.Entry<Long, String> event : changed.entrySet()) {
                update.setString(1, event.getValue());
                update.setLong(2, event.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static String without(String data, Set<String> fields) {
        try {
            JsonNode event = TREES.readTree(data);
            return takeOut(event, fields) ? TREES.writeValueAsString(event) : data;
        } catch (JsonProcessingException ourOwnText) {
            throw new IllegalStateException(ourOwnText);
        }
    }

    private static boolean takeOut(JsonNode node, Set<String> fields) {
        boolean changed = false;
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(names(object))) {
                JsonNode value = object.get(name);
                if (!fields.contains(name)) {
                    changed |= takeOut(value, fields);
                } else if (value.isTextual()) {
                    object.put(name, ERASED);
                    changed |= !value.asText().equals(ERASED);
                } else if (!value.isNull()) {
                    object.putNull(name);
                    changed = true;
                }
            }
        } else {
            for (JsonNode child : node) {
                changed |= takeOut(child, fields);
            }
        }
        return changed;
    }

    private static List<String> names(ObjectNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
