package org.colonnade.crm.internal.rest;

import java.util.Arrays;
import java.util.function.LongConsumer;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Versions;

/** What requests bring and answers carry, the same way in each resource. */
final class Given {

    private Given() {}

    /** A word of an enumeration, or null if it is not given. */
    static <E extends Enum<E>> E word(Class<E> type, String name, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, "is one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** Yes or no; no if it is not given. */
    static boolean flag(String name, String text) {
        if (text == null || text.isEmpty() || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw wrong(name, "is true or false");
        }
        return true;
    }

    static PartyQuery query(String text, String kind, String tag, String archived) {
        return new PartyQuery(text, word(PartyKind.class, "kind", kind), tag, flag("archived", archived));
    }

    /** Compares {@code If-Match} with the version that there is, where it is given. */
    static LongConsumer expected(String ifMatch) {
        return version -> {
            if (ifMatch != null && !ifMatch.isBlank()) {
                Versions.match(ifMatch, version);
            }
        };
    }

    /** One thing with its version as {@code ETag}. */
    static Response answer(Response.ResponseBuilder builder, Object body, long version) {
        String etag = Versions.etag(version);
        return builder.entity(body)
                .tag(new EntityTag(etag.substring(1, etag.length() - 1)))
                .build();
    }

    private static Rejected wrong(String name, String fault) {
        return new Rejected("crm.query.invalid", "A parameter of the query is not right.").field(name, fault);
    }
}
