package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.rest.internal.problem.Titles;
import org.colonnade.platform.rest.internal.resource.Declared;
import org.colonnade.platform.rest.internal.resource.OperationRule;

/** Describes what one operation answers: its success, and the problems that it can have. */
final class AnswerText {

    /** Every status that some operation refuses with. */
    static final List<Integer> REFUSALS = List.of(400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 428, 429, 500, 503);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What a browser gets where others get JSON. */
    private static final ObjectNode PAGE = JSON.objectNode().put("type", "string");

    private final OperationResourceInfo operation;
    private final Method method;
    private final Operation words;
    private final Schemas schemas;

    AnswerText(OperationResourceInfo operation, Method method, Operation words, Schemas schemas) {
        this.operation = operation;
        this.method = method;
        this.words = words;
        this.schemas = schemas;
    }

    ObjectNode describe() {
        ObjectNode answers = JSON.objectNode();
        answers.set(Integer.toString(status()), success());
        for (int status : refusals()) {
            answers.set(
                    Integer.toString(status), JSON.objectNode().put("$ref", "#/components/responses/Problem" + status));
        }
        if (words != null && words.problems().length > 0) {
            ObjectNode known = answers.putObject("default")
                    .put("description", "Known problems: " + String.join(", ", words.problems()));
            known.set("content", problemContent());
        }
        return answers;
    }

    static ObjectNode problemContent() {
        ObjectNode content = JSON.objectNode();
        content.putObject("application/problem+json").putObject("schema").put("$ref", "#/components/schemas/Problem");
        return content;
    }

    private int status() {
        if (words != null && words.status() != 200) {
            return words.status();
        }
        return method.getReturnType() == void.class ? 204 : 200;
    }

    private ObjectNode success() {
        ObjectNode answer = JSON.objectNode().put("description", status() == 201 ? "Made." : "Done.");
        if (method.getReturnType() == Response.class) {
            headers(answer);
        }
        ObjectNode schema = schema();
        if (schema != null) {
            ObjectNode content = answer.putObject("content");
            for (MediaType type : mediaTypes()) {
                content.putObject(type.getType() + '/' + type.getSubtype())
                        .set("schema", type.isCompatible(MediaType.TEXT_HTML_TYPE) ? PAGE : schema);
            }
        }
        return answer;
    }

    private void headers(ObjectNode answer) {
        if (status() == 201) {
            header(answer, "Location", "Where the new record is.");
        }
        if (words != null && words.answers() != void.class) {
            header(answer, "ETag", "The record's version, for If-Match.");
        }
    }

    private static void header(ObjectNode answer, String name, String sentence) {
        answer.withObjectProperty("headers")
                .putObject(name)
                .put("description", sentence)
                .putObject("schema")
                .put("type", "string");
    }

    private List<MediaType> mediaTypes() {
        boolean declared = operation.getProduceTypes().stream().noneMatch(MediaType::isWildcardType);
        if (declared) {
            return operation.getProduceTypes();
        }
        boolean bytes = method.getReturnType() == Download.class;
        return List.of(bytes ? MediaType.APPLICATION_OCTET_STREAM_TYPE : MediaType.APPLICATION_JSON_TYPE);
    }

    private ObjectNode schema() {
        Class<?> raw = words != null && words.answers() != void.class
                ? Declared.meant(operation, words.answers())
                : method.getReturnType();
        if (raw == void.class || raw == Response.class || status() == 204) {
            return null;
        }
        if (raw == Download.class || raw == byte[].class) {
            return JSON.objectNode().put("type", "string");
        }
        if (words != null && words.of() != void.class) {
            return listOf(raw, Declared.meant(operation, words.of()));
        }
        Type generic = raw == method.getReturnType() ? method.getGenericReturnType() : raw;
        return schemas.answer(generic);
    }

    private ObjectNode listOf(Class<?> raw, Class<?> element) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", schemas.answer(element));
        if (raw != Page.class) {
            return Collection.class.isAssignableFrom(raw) || raw.isArray() ? list : schemas.answer(raw);
        }
        ObjectNode page = JSON.objectNode().put("type", "object");
        ObjectNode properties = page.putObject("properties");
        properties.set("items", list);
        properties
                .putObject("next")
                .put("type", "string")
                .put("description", "Send it as 'after' for the next page; missing on the last.");
        page.putArray("required").add("items");
        return page;
    }

    private Set<Integer> refusals() {
        Set<Integer> all = new TreeSet<>(List.of(400, 406, 429, 500, 503));
        if (method.getAnnotation(Requires.class) != null) {
            all.addAll(List.of(401, 403));
        } else if (method.getAnnotation(Open.class).value() == Open.To.SIGNED_IN) {
            all.add(401);
        }
        if (OperationRule.keeps(operation) != null) {
            all.addAll(List.of(409, 422));
        }
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getType() == ParameterType.PATH) {
                all.add(404);
            } else if (parameter.getType() == ParameterType.REQUEST_BODY) {
                all.addAll(List.of(409, 413, 415, 422));
            } else if (parameter.getName() != null && parameter.getName().equalsIgnoreCase("If-Match")) {
                all.addAll(List.of(412, 428));
            }
        }
        return all;
    }

    /** {@code components/responses}: one for each status. */
    static ObjectNode components() {
        ObjectNode all = JSON.objectNode();
        for (int status : REFUSALS) {
            ObjectNode answer = all.putObject("Problem" + status).put("description", Titles.of(status));
            if (status == 503 || status == 429) {
                header(answer, "Retry-After", "Seconds until it is worth asking again.");
            } else if (status == 401) {
                header(answer, "WWW-Authenticate", "Bearer");
            }
            answer.set("content", problemContent());
        }
        return all;
    }
}
