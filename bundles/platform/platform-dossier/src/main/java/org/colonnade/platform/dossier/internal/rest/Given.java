package org.colonnade.platform.dossier.internal.rest;

import java.util.List;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Versions;

/** What requests bring and answers carry, the same way in each resource. */
final class Given {

    private Given() {}

    /** @throws Malformed {@code platform.parameter.missing} */
    static <T> T required(String name, T value) {
        if (value == null || value instanceof String text && text.isEmpty()) {
            throw new Malformed(
                    "platform.parameter.missing",
                    "This needs the query parameter '" + name + "'.",
                    List.of(new Rejected.Field(name, "is required")));
        }
        return value;
    }

    /**
     * A kind of record.
     *
     * @param text {@code module:type}
     * @return a reference of which only module and type count
     * @throws Malformed {@code platform.parameter.malformed}
     */
    static Ref kind(String text) {
        try {
            return Ref.parse(required("kind", text) + ":-");
        } catch (IllegalArgumentException notOne) {
            throw new Malformed(
                    "platform.parameter.malformed",
                    "'kind' is not a kind of record, module:type.",
                    List.of(new Rejected.Field("kind", "is not a kind of record, module:type")));
        }
    }

    static Response withVersion(Response.ResponseBuilder answer, Object entity, long version) {
        String etag = Versions.etag(version);
        return answer.entity(entity)
                .tag(new EntityTag(etag.substring(1, etag.length() - 1)))
                .build();
    }
}
