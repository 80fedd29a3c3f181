package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Method;
import java.util.List;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.JsonBody;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Placed;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.resource.Declared;
import org.colonnade.platform.rest.internal.resource.OperationRule;

/** Describes one operation from its declaration. */
final class OperationText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String DRAFT = "{draft}";

    private final OperationResourceInfo operation;
    private final Method method;
    private final Operation words;
    private final Schemas schemas;

    OperationText(OperationResourceInfo operation, Schemas schemas) {
        this.operation = operation;
        this.method = Declared.method(operation);
        this.words = method.getAnnotation(Operation.class);
        this.schemas = schemas;
    }

    ObjectNode describe(Module module, String operationId) {
        ObjectNode text = JSON.objectNode().put("operationId", operationId);
        text.putArray("tags").add(Paths.tag(module, operation));
        text.put("summary", words == null ? method.getName() : words.value());
        access(text);
        ArrayNode parameters = parameters();
        if (!parameters.isEmpty()) {
            text.set("parameters", parameters);
        }
        body(text);
        text.set("responses", new AnswerText(operation, method, words, schemas).describe());
        return text;
    }

    private void access(ObjectNode text) {
        Requires requires = method.getAnnotation(Requires.class);
        boolean everybody = isForEverybody();
        ArrayNode security = text.putArray("security");
        if (!everybody) {
            security.addObject().putArray("bearer");
        }
        text.put("x-permission", requires != null ? Declared.permission(operation) : everybody ? "public" : "self");
        text.put("x-scope", (requires != null ? requires.scope() : everybody ? Scope.GLOBAL : Scope.SELF).text());
    }

    private boolean isForEverybody() {
        return method.getAnnotation(Requires.class) == null
                && method.getAnnotation(Open.class).value() == Open.To.EVERYBODY;
    }

    private ArrayNode parameters() {
        ArrayNode all = JSON.arrayNode();
        for (Parameter parameter : operation.getParameters()) {
            String in =
                    switch (parameter.getType()) {
                        case PATH -> "path";
                        case QUERY -> "query";
                        case HEADER -> "header";
                        default -> null;
                    };
            if (in != null) {
                all.add(parameter(parameter, in));
            }
        }
        if (OperationRule.keeps(operation) != null) {
            CommonParameters.key(all);
        }
        Requires requires = method.getAnnotation(Requires.class);
        if (requires != null && requires.scope() == Scope.COMPANY) {
            CommonParameters.company(all);
        }
        if (!isForEverybody()) {
            CommonParameters.principal(all);
        }
        return all;
    }

    private ObjectNode parameter(Parameter parameter, String in) {
        ObjectNode text = JSON.objectNode().put("name", parameter.getName()).put("in", in);
        boolean ifMatch = parameter.getName().equalsIgnoreCase("If-Match");
        if (in.equals("path") || ifMatch) {
            text.put("required", true);
        }
        if (ifMatch) {
            text.put("description", "The ETag that was read (RFC 9110); without it 428, with an old one 412.");
        }
        ObjectNode schema = schemas.answer(Declared.generic(operation, parameter));
        if (parameter.getDefaultValue() != null) {
            schema.set(
                    "default",
                    typed(parameter.getDefaultValue(), schema.path("type").asText()));
        } else if (parameter.getName().equals("limit")
                && schema.path("type").asText().equals("integer")) {
            schema.put("minimum", 1).put("maximum", PageRequest.MAX_LIMIT).put("default", PageRequest.DEFAULT_LIMIT);
        }
        text.set("schema", schema);
        return text;
    }

    private static JsonNode typed(String value, String type) {
        return switch (type) {
            case "integer" -> JSON.numberNode(Long.parseLong(value));
            case "boolean" -> JSON.booleanNode(Boolean.parseBoolean(value));
            default -> TextNode.valueOf(value);
        };
    }

    private void body(ObjectNode text) {
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getType() == ParameterType.REQUEST_BODY) {
                ObjectNode body = text.putObject("requestBody").put("required", true);
                ObjectNode content = body.putObject("content");
                for (MediaType type : mediaTypes(parameter)) {
                    content.set(type.getType() + '/' + type.getSubtype(), content(parameter, type));
                }
            }
        }
    }

    private List<MediaType> mediaTypes(Parameter parameter) {
        boolean declared = operation.getConsumeTypes().stream().noneMatch(MediaType::isWildcardType);
        if (declared) {
            return operation.getConsumeTypes();
        }
        boolean json = JsonBodies.isJson(Declared.type(operation, parameter));
        return List.of(json ? MediaType.APPLICATION_JSON_TYPE : MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    private ObjectNode content(Parameter parameter, MediaType type) {
        ObjectNode content = JSON.objectNode();
        Class<?> sent = Declared.type(operation, parameter);
        if (!JsonBodies.isJson(sent)) {
            content.putObject("schema").put("type", "string");
        } else if (sent == JsonBody.class) {
            boolean known = words != null && words.takes() != void.class;
            content.set(
                    "schema",
                    known
                            ? schemas.body(Declared.meant(operation, words.takes()))
                            : JSON.objectNode().put("type", "object"));
        } else if (sent == MergePatch.class) {
            boolean known = words != null && words.patches() != void.class;
            content.set(
                    "schema",
                    known
                            ? schemas.patch(Declared.meant(operation, words.patches()))
                            : JSON.objectNode().put("type", "object"));
        } else {
            content.set("schema", schemas.body(Declared.generic(operation, parameter)));
        }
        String example = words == null ? "" : shown(words.example());
        if (!example.isEmpty()) {
            content.set("example", example(example, type));
        }
        return content;
    }

    /** The example of a record stands for {@code {draft}}. */
    private String shown(String example) {
        Placed placed = example.contains(DRAFT) ? Declared.placed(operation) : null;
        return placed == null ? example : example.replace(DRAFT, placed.example());
    }

    private static JsonNode example(String example, MediaType type) {
        if (!type.getSubtype().endsWith("json")) {
            return TextNode.valueOf(example);
        }
        try {
            return MAPPER.readTree(example);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(example);
        }
    }
}
