package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes what the front door itself answers, to everybody. */
final class DoorPages {

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
        page(
                paths,
                "/openapi.json",
                "platform.door.description",
                "This description.",
                "200",
                "OpenAPI 3.1.",
                "application/json");
        page(
                paths,
                "/health/live",
                "platform.door.live",
                "Whether the process answers.",
                "200",
                "It does.",
                "application/json");
        ObjectNode ready = page(
                paths,
                "/health/ready",
                "platform.door.ready",
                "Whether everything needed works.",
                "200",
                "Ready.",
                "application/json");
        ObjectNode not = ready.withObjectProperty("responses")
                .putObject("503")
                .put("description", "Not ready; the findings say why.");
        not.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("type", "object");
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
            String type = mediaType.equals("application/json") ? "object" : "string";
            answer.putObject("content").putObject(mediaType).putObject("schema").put("type", type);
        }
        paths.put(path, "get", text);
        return text;
    }
}
