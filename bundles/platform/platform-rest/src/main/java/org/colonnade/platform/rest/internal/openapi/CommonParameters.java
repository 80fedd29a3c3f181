package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.colonnade.platform.rest.internal.door.CompanyChoice;
import org.colonnade.platform.rest.internal.door.Identity;
import org.colonnade.platform.rest.internal.door.RequestKey;

/** The headers that the door reads for many operations: each is described once, in {@code components/parameters}. */
final class CommonParameters {

    private static final int LONGEST_CODE = 40;

    private CommonParameters() {}

    /** For whom it is done; read wherever somebody has to be recognised. */
    static void principal(ArrayNode parameters) {
        refer(parameters, Identity.PRINCIPAL);
    }

    /** In which company; read where records of a company are reached. */
    static void company(ArrayNode parameters) {
        refer(parameters, CompanyChoice.HEADER);
    }

    /** Under which key; read where a repetition is recognised. */
    static void key(ArrayNode parameters) {
        refer(parameters, RequestKey.HEADER);
    }

    private static void refer(ArrayNode parameters, String name) {
        parameters.addObject().put("$ref", "#/components/parameters/" + name);
    }

    /** {@code components/parameters}. */
    static ObjectNode components() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        describe(
                all,
                Identity.PRINCIPAL,
                "The sign-in name of the user for whom the caller acts as a substitute; the caller itself if missing. 403 if it does not"
                        + " stand in for that user now; what is about one's own account cannot be done for another.",
                Identity.LONGEST_NAME);
        describe(
                all,
                CompanyChoice.HEADER,
                "The code of the company to work in; the account's own if missing.",
                LONGEST_CODE);
        describe(
                all,
                RequestKey.HEADER,
                "Chosen by the sender, such as a UUID: the same key with the same request has one effect and one answer for 24 hours;"
                        + " 409 while it is under way, 422 for another request.",
                RequestKey.LONGEST);
        return all;
    }

    private static void describe(ObjectNode all, String name, String sentence, int longest) {
        all.putObject(name)
                .put("name", name)
                .put("in", "header")
                .put("description", sentence)
                .putObject("schema")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", longest);
    }
}
