package org.colonnade.platform.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.web.MergePatch;

/** A JSON Merge Patch (RFC 7396), applied to the JSON tree of the present record; the result is read as strictly as any other body. */
final class TreePatch implements MergePatch {

    private final StrictJson json;
    private final ObjectNode change;

    TreePatch(StrictJson json, ObjectNode change) {
        this.json = json;
        this.change = change;
    }

    static TreePatch read(StrictJson json, InputStream body) throws IOException {
        if (json.tree(body) instanceof ObjectNode change) {
            return new TreePatch(json, change);
        }
        throw new Malformed("platform.json.wrong-type", "A change is a JSON object that names the fields to set.");
    }

    @Override
    public boolean has(String member) {
        return change.has(member);
    }

    @Override
    public Object take(String member) {
        return TreeBody.plain(change.remove(member));
    }

    @Override
    public <T> T applyTo(T present) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) present.getClass();
        try {
            return json.fromTree(merge(json.toTree(present), change), type);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode merge(JsonNode target, ObjectNode change) {
        ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : change.objectNode();
        for (Map.Entry<String, JsonNode> field : change.properties()) {
            if (field.getValue().isNull()) {
                clear(merged, field.getKey());
            } else if (field.getValue() instanceof ObjectNode nested) {
                merged.set(field.getKey(), merge(merged.path(field.getKey()), nested));
            } else {
                merged.set(field.getKey(), field.getValue());
            }
        }
        return merged;
    }

    /** Nulls are left out of the target's tree, so a field that is not there stays as null: reading it tells whether it is known at all. */
    private static void clear(ObjectNode merged, String field) {
        if (merged.has(field)) {
            merged.remove(field);
        } else {
            merged.putNull(field);
        }
    }
}
