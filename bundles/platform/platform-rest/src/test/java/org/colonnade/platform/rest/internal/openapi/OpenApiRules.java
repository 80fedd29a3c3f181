package org.colonnade.platform.rest.internal.openapi;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of OpenAPI 3.1 that a document of ours could break: every object has the fields it must, and every pointer leads somewhere. */
public final class OpenApiRules {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> SCOPES = Set.of("company", "global", "self");
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final JsonNode document;
    private final Set<String> ids = new HashSet<>();

    private OpenApiRules(JsonNode document) {
        this.document = document;
    }

    public static void check(JsonNode document) {
        new OpenApiRules(document).check();
    }

    private void check() {
        assertTrue(document.path("openapi").asText().matches("3\\.1\\.\\d+"));
        assertFalse(document.path("info").path("title").asText().isEmpty());
        assertFalse(document.path("info").path("version").asText().isEmpty());
        assertFalse(document.path("paths").isEmpty());
        document.path("paths").properties().forEach(this::path);
        for (Map.Entry<String, JsonNode> part : document.path("components").properties()) {
            part.getValue().fieldNames().forEachRemaining(name -> assertTrue(name, name.matches("[a-zA-Z0-9._-]+")));
        }
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schema(schema.getKey(), schema.getValue()));
        pointers(document);
    }

    private void path(Map.Entry<String, JsonNode> path) {
        assertTrue(path.getKey(), path.getKey().startsWith("/"));
        assertFalse(path.getKey(), path.getKey().contains("//"));
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
            assertTrue(operation.getKey(), METHODS.contains(operation.getKey()));
            operation(path.getKey(), operation.getValue());
        }
    }

    private void operation(String path, JsonNode operation) {
        assertTrue(path, ids.add(operation.path("operationId").asText()));
        assertFalse(path, operation.path("summary").asText().isEmpty());
        assertTrue(path, operation.path("security").isArray());
        assertFalse(path, operation.path("x-permission").asText().isEmpty());
        assertTrue(path, SCOPES.contains(operation.path("x-scope").asText()));
        Set<String> inPath = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode meant = parameter.has("$ref")
                    ? document.at(parameter.path("$ref").asText().substring(1))
                    : parameter;
            parameter(path, meant, inPath);
        }
        Set<String> variables = new HashSet<>();
        for (Matcher variable = VARIABLE.matcher(path); variable.find(); ) {
            variables.add(variable.group(1));
        }
        assertEquals(path, variables, inPath);
        if (operation.has("requestBody")) {
            content(path, operation.path("requestBody").path("content"));
            operation
                    .path("requestBody")
                    .path("content")
                    .forEach(content -> assertTrue(path + " has no example", content.has("example")));
        }
        assertFalse(path, operation.path("responses").isEmpty());
        operation.path("responses").properties().forEach(answer -> answer(path, answer));
    }

    private void parameter(String path, JsonNode parameter, Set<String> inPath) {
        assertFalse(path, parameter.path("name").asText().isEmpty());
        assertTrue(
                path,
                Set.of("path", "query", "header").contains(parameter.path("in").asText()));
        schema(path, parameter.path("schema"));
        if (parameter.path("in").asText().equals("path")) {
            assertTrue(path, parameter.path("required").asBoolean());
            inPath.add(parameter.path("name").asText());
        }
    }

    private void answer(String path, Map.Entry<String, JsonNode> answer) {
        assertTrue(path + answer.getKey(), answer.getKey().matches("[1-5]\\d\\d|default"));
        if (!answer.getValue().has("$ref")) {
            assertFalse(
                    path + answer,
                    answer.getValue().path("description").asText().isEmpty());
            content(path, answer.getValue().path("content"));
        }
    }

    private void content(String path, JsonNode content) {
        for (Map.Entry<String, JsonNode> type : content.properties()) {
            assertTrue(path + type.getKey(), type.getKey().matches("[\\w.+-]+/[\\w.+-]+"));
            schema(path, type.getValue().path("schema"));
        }
    }

    private void schema(String where, JsonNode schema) {
        assertTrue(where, schema.isObject());
        if (schema.has("type")) {
            assertTrue(where + schema, TYPES.contains(schema.path("type").asText()));
        }
        for (JsonNode name : schema.path("required")) {
            assertTrue(where + name, schema.path("properties").has(name.asText()));
        }
        schema.path("properties").forEach(property -> schema(where, property));
        if (schema.path("type").asText().equals("array")) {
            schema(where, schema.path("items"));
        }
    }

    private void pointers(JsonNode node) {
        if (node.has("$ref")) {
            String pointer = node.path("$ref").asText();
            assertTrue(pointer, pointer.startsWith("#/components/"));
            assertFalse(pointer, document.at(pointer.substring(1)).isMissingNode());
        }
        node.forEach(this::pointers);
    }
}
