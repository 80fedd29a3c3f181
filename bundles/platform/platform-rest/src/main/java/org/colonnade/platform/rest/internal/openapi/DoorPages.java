package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.colonnade.platform.rest.internal.metric.MetricsPage;
import org.colonnade.platform.rest.internal.problem.ProblemText;

/** Describes what the front door itself answers, to everybody. */
final class DoorPages {

    private static final String JSON = "application/json";

    private DoorPages() {}

    static void describe(Paths paths) {
        page(paths, "/", "platform.door.root", "Leads to the documentation.", "302", "To /docs.", null);
        page(
                paths,
                "/docs",
                "platform.door.docs",
                "The documentation to click through.",
                "200",
                "A page.",
                "text/html");
        page(paths, "/openapi.json", "platform.door.description", "This description.", "200", "OpenAPI 3.1.", JSON);
        page(paths, "/health/live", "platform.door.live", "Whether the process answers.", "200", "It does.", JSON);
        ready(paths);
        metrics(paths);
    }

    private static void metrics(Paths paths) {
        ObjectNode text = page(
                paths,
                "/metrics",
                "platform.door.metrics",
                "What is measured of the platform, for Prometheus.",
                "200",
                "The text format of Prometheus.",
                "text/plain");
        text.putArray("security").addObject().putArray("bearer");
        CommonParameters.principal(text.putArray("parameters"));
        text.put("x-permission", MetricsPage.READ);
        ObjectNode responses = text.withObjectProperty("responses");
        for (String status : new String[] {"401", "403"}) {
            responses.putObject(status).put("$ref", "#/components/responses/Problem" + status);
        }
    }

    private static void ready(Paths paths) {
        String summary = "Whether everything needed works.";
        ObjectNode ready = page(paths, "/health/ready", "platform.door.ready", summary, "200", "Ready.", JSON);
        ObjectNode not = ready.withObjectProperty("responses")
                .putObject("503")
                .put("description", "Not ready; the findings say why.");
        not.putObject("content")
                .putObject(ProblemText.MEDIA_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static ObjectNode page(
            Paths paths, String path, String id, String summary, String status, String sentence, String mediaType) {
        ObjectNode text = JsonNodeFactory.instance.objectNode().put("operationId", id);
        text.putArray("tags").add("platform / door");
        text.put("summary", summary);
        text.putArray("security");
        text.put("x-permission", "public").put("x-scope", "global");
        ObjectNode answer = text.putObject("responses").putObject(status).put("description", sentence);
        if (mediaType != null) {
            String type = mediaType.equals(JSON) ? "object" : "string";
            answer.putObject("content").putObject(mediaType).putObject("schema").put("type", type);
        }
        paths.put(path, "get", text);
        return text;
    }
}
