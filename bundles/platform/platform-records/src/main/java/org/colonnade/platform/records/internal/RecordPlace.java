package org.colonnade.platform.records.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.web.JsonBody;
import org.colonnade.platform.api.web.Placed;
import org.colonnade.platform.api.web.Versions;

/** What all resources of a kind of record share. Public because CXF calls its subclasses. */
public abstract class RecordPlace<V extends Record, D extends Record> implements Placed {

    final Upkeep<V, D> upkeep;
    final Answers<V, D> answers;

    RecordPlace(Upkeep<V, D> upkeep) {
        this.upkeep = upkeep;
        this.answers = new Answers<>(upkeep);
    }

    @Override
    public String place() {
        return upkeep.kind().plural();
    }

    @Override
    public String permission(String role) {
        return role.equals("read")
                ? upkeep.kind().readPermission()
                : upkeep.kind().changePermission();
    }

    @Override
    public Class<?> type(Class<?> role) {
        return role == View.class ? upkeep.kind().view() : upkeep.kind().draft();
    }

    @Override
    public String example() {
        return upkeep.kind().example();
    }

    Response answer(Response.ResponseBuilder answer, Actor actor, Kept<V> record, Set<String> wanted) {
        return answer(
                answer,
                record.version(),
                shown(actor, List.of(record), wanted).get(0));
    }

    static Response answer(Response.ResponseBuilder answer, long version, Object body) {
        String etag = Versions.etag(version);
        return answer.entity(body)
                .tag(new EntityTag(etag.substring(1, etag.length() - 1)))
                .build();
    }

    Response ok(Actor actor, Kept<V> record) {
        return answer(Response.ok(), actor, record, null);
    }

    Response created(Actor actor, Kept<V> record) {
        return answer(Response.created(URI.create(place() + '/' + record.id())), actor, record, null);
    }

    List<Map<String, Object>> shown(Actor actor, List<Kept<V>> records, Set<String> wanted) {
        Sight sight = upkeep.sight(actor);
        return upkeep.tx().read(work -> answers.of(work, actor, sight, records, wanted));
    }

    /** What a body says beside the fields; taken out of it. */
    Extras extras(JsonBody body) {
        return extras(body.take("custom"), upkeep.plan().field("tags") == null ? body.take("tags") : null);
    }

    @SuppressWarnings("unchecked")
    static Extras extras(Object custom, Object tags) {
        if (custom != null && !(custom instanceof Map)) {
            throw wrong("custom", "is a JSON object");
        }
        if (tags != null && !(tags instanceof List<?> list && list.stream().allMatch(String.class::isInstance))) {
            throw wrong("tags", "is a list of texts");
        }
        return new Extras((Map<String, Object>) custom, (List<String>) tags);
    }

    static <T> T given(T body) {
        if (body == null) {
            throw new Malformed("platform.body.missing", "This operation needs a JSON body.");
        }
        return body;
    }

    private static Malformed wrong(String member, String fault) {
        return new Malformed(
                "platform.json.wrong-type",
                "'" + member + "' " + fault + '.',
                List.of(new Rejected.Field(member, fault)));
    }
}
