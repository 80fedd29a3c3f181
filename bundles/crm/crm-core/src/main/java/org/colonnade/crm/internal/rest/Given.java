package org.colonnade.crm.internal.rest;

import java.net.URI;
import java.util.Arrays;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.web.Versions;

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

    /** A list by filter and sort: words and tags are looked for in the order of names only. */
    static RecordQuery filtered(
            String q, String kind, String tag, String archived, String filter, String sort, PageRequest page) {
        if (q != null && !q.isEmpty()) {
            throw wrong("q", "goes without filter and sort");
        }
        if (tag != null && !tag.isEmpty()) {
            throw wrong("tag", "goes without filter and sort");
        }
        PartyKind only = word(PartyKind.class, "kind", kind);
        String ofKind = only == null ? null : "kind==" + only;
        String both =
                filter == null || filter.isEmpty() ? ofKind : ofKind == null ? filter : '(' + filter + ");" + ofKind;
        return new RecordQuery(both, null, sort, archived, null, page);
    }

    static Response created(Party party) {
        return withVersion(Response.created(URI.create("parties/" + party.id())), party);
    }

    /** What a caller finds under the id of a party that is part of another one. */
    record Moved(Ref mergedInto) {}

    /** Points at the living party; nothing else is at the old place any more. */
    static Response moved(Party party) {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create("parties/" + party.mergedInto().id()))
                .entity(new Moved(party.mergedInto()))
                .build();
    }

    static Response ok(Party party) {
        return withVersion(Response.ok(), party);
    }

    private static Response withVersion(Response.ResponseBuilder answer, Party party) {
        String etag = Versions.etag(party.version());
        return answer.entity(party)
                .tag(new EntityTag(etag.substring(1, etag.length() - 1)))
                .build();
    }

    private static Rejected wrong(String name, String fault) {
        return new Rejected("crm.query.invalid", "A parameter of the query is not right.").field(name, fault);
    }
}
