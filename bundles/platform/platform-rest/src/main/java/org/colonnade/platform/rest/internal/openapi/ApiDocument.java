package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.rest.internal.resource.Inspection;

/** The description of everything that answers now, as OpenAPI 3.1. */
public final class ApiDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String version;

    public ApiDocument(String version) {
        this.version = version;
    }

    /** Writes the document. */
    public ObjectNode of(List<Inspection> answering) {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Colonnade")
                .put("version", version)
                .put(
                        "description",
                        "What is installed here now. 'x-permission' names the one permission that an operation needs ('public':"
                                + " none, not even a token; 'self': any signed-in account); 'x-scope' says what it reaches.");
        document.putArray("servers").addObject().put("url", "/");
        Schemas schemas = new Schemas();
        Paths paths = new Paths(document.putObject("paths"));
        DoorPages.describe(paths);
        for (Inspection inspection : answering) {
            schemas.of(inspection.module());
            for (OperationResourceInfo operation : inspection.operations()) {
                ObjectNode text = new OperationText(operation, schemas)
                        .describe(inspection.module(), paths.operationId(inspection.module(), operation));
                paths.put(Paths.of(inspection.module(), operation), operation.getHttpMethod(), text);
            }
        }
        components(document.putObject("components"), schemas);
        return document;
    }

    private static void components(ObjectNode components, Schemas schemas) {
        ObjectNode records = schemas.components();
        records.set("Problem", problem());
        components.set("schemas", records);

        components.set("parameters", CommonParameters.components());
        components.set("responses", AnswerText.components());
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "The token that signing in answers.");
    }

    private static ObjectNode problem() {
        ObjectNode problem =
                JSON.objectNode().put("type", "object").put("description", "RFC 9457; programs compare 'code'.");
        ObjectNode properties = problem.putObject("properties");
        properties.putObject("type").put("type", "string").put("format", "uri");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string");
        properties.putObject("code").put("type", "string");
        ObjectNode field = properties
                .putObject("fields")
                .put("type", "array")
                .putObject("items")
                .put("type", "object");
        field.putObject("properties").putObject("field").put("type", "string");
        field.withObjectProperty("properties").putObject("fault").put("type", "string");
        properties.putObject("requestId").put("type", "string");
        problem.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("code")
                .add("requestId");
        return problem;
    }
}
