package org.colonnade.platform.rest.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.JsonBody;
import org.colonnade.platform.api.web.MergePatch;

/** A JSON object whose type its resource knows. What was taken out of it is gone; the rest must be a record to the last field. */
final class TreeBody implements JsonBody {

    private final StrictJson json;
    private final ObjectNode body;

    TreeBody(StrictJson json, ObjectNode body) {
        this.json = json;
        this.body = body;
    }

    static TreeBody read(StrictJson json, InputStream body) throws IOException {
        if (json.tree(body) instanceof ObjectNode object) {
            return new TreeBody(json, object);
        }
        throw new Malformed("platform.json.wrong-type", "The body is a JSON object.");
    }

    @Override
    public boolean has(String member) {
        return body.has(member);
    }

    @Override
    public Object take(String member) {
        return plain(body.remove(member));
    }

    @Override
    public JsonBody part(String member) {
        if (body.remove(member) instanceof ObjectNode object) {
            return new TreeBody(json, object);
        }
        throw new Malformed(
                "platform.json.wrong-type",
                "'" + member + "' is a JSON object.",
                List.of(new Rejected.Field(member, "is a JSON object")));
    }

    @Override
    public List<JsonBody> parts(String member) {
        JsonNode list = body.remove(member);
        List<JsonBody> parts = new ArrayList<>();
        if (list != null) {
            list.forEach(part -> parts.add(part instanceof ObjectNode object ? new TreeBody(json, object) : null));
        }
        if (list != null && !list.isArray() || parts.contains(null)) {
            throw new Malformed(
                    "platform.json.wrong-type",
                    "'" + member + "' is a list of JSON objects.",
                    List.of(new Rejected.Field(member, "is a list of JSON objects")));
        }
        return parts;
    }

    @Override
    public <T> T as(Class<T> type) {
        try {
            return json.fromTree(body, type);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public MergePatch asPatch() {
        return new TreePatch(json, body);
    }

    /** A value as plain Java. */
    static Object plain(JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(plain(element)));
            return list;
        }
        return node.isNumber() ? node.decimalValue() : node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }
}
