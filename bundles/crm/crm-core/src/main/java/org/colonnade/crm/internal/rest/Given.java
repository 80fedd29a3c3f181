package org.colonnade.crm.internal.rest;

import java.util.Arrays;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;

/** What requests bring and answers carry, the same way in each resource. */
final class Given {

    private Given() {}

    /** @throws Malformed {@code platform.json.malformed} if there is none */
    static <T> T body(T body) {
        if (body == null) {
            throw new Malformed("platform.json.malformed", "This needs a JSON object as body.");
        }
        return body;
    }

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

    private static Rejected wrong(String name, String fault) {
        return new Rejected("crm.query.invalid", "A parameter of the query is not right.").field(name, fault);
    }
}
