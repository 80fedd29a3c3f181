package org.colonnade.platform.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.web.JsonBody;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;

/** Many changes of records of one kind in one request, each with a result of its own. */
@Path("/records/bulk")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordBulk<V extends Record, D extends Record> extends RecordPlace<V, D> {

    private static final int MOST = 500;

    private final Changes<V, D> changes;

    RecordBulk(Upkeep<V, D> upkeep) {
        super(upkeep);
        this.changes = new Changes<>(upkeep);
    }

    @Override
    public String place() {
        return super.place() + "/bulk";
    }

    /** Each item in a transaction of its own: one that is refused hinders no other. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires("{change}")
    @Operation(
            value =
                    "Up to 500 changes, each for itself: create {value}, change {id, version, value}, archive or restore {id, version}",
            example = "{\"items\": [{\"action\": \"create\", \"value\": {draft}}]}",
            takes = Items.class,
            problems = {"platform.bulk.too-many", "platform.bulk.invalid"})
    public Results run(JsonBody body, @Context Actor actor) {
        List<JsonBody> items = given(body).parts("items");
        body.as(Nothing.class);
        if (items.size() > MOST) {
            throw new Rejected("platform.bulk.too-many", "A request holds at most " + MOST + " items.")
                    .field("items", "has more than " + MOST);
        }
        List<Result> results = new ArrayList<>();
        for (JsonBody item : items) {
            results.add(one(item, actor));
        }
        return new Results(
                results,
                (int) results.stream().filter(result -> result.status() < 300).count(),
                (int) results.stream().filter(result -> result.status() >= 300).count());
    }

    private Result one(JsonBody item, Actor actor) {
        try {
            String action = String.valueOf(item.take("action"));
            Kept<V> record = apply(action, item, actor);
            return new Result(action.equals("create") ? 201 : 200, record.id(), record.version(), null, null, null);
        } catch (Rejected refused) {
            return new Result(refused.status(), null, null, refused.code(), refused.getMessage(), refused.fields());
        } catch (Problem problem) {
            return new Result(problem.status(), null, null, problem.code(), problem.getMessage(), null);
        }
    }

    private Kept<V> apply(String action, JsonBody item, Actor actor) {
        if (action.equals("create")) {
            JsonBody value = item.part("value");
            item.as(Nothing.class);
            Extras extras = extras(value);
            return upkeep.create(actor, value.as(upkeep.kind().draft()), extras);
        }
        String id = String.valueOf(item.take("id"));
        Object version = item.take("version");
        String ifMatch = version == null ? null : "\"" + version + '"';
        if (action.equals("change")) {
            JsonBody value = item.part("value");
            item.as(Nothing.class);
            return changes.apply(actor, id, present -> Versions.match(ifMatch, present), value.asPatch());
        }
        item.as(Nothing.class);
        return switch (action) {
            case "archive" -> upkeep.archive(actor, id, present -> Versions.match(ifMatch, present));
            case "restore" -> upkeep.restore(actor, id, present -> {});
            default -> throw new Malformed(
                    "platform.bulk.invalid",
                    "An item's action is create, change, archive or restore.",
                    List.of(new Rejected.Field("action", "is create, change, archive or restore")));
        };
    }

    /** What is left of an item when everything known was taken out of it. */
    public record Nothing() {}

    /**
     * Many changes.
     *
     * @param items what to do, in order
     */
    public record Items(List<Item> items) {}

    /**
     * One change.
     *
     * @param action {@code create}, {@code change}, {@code archive} or {@code restore}
     * @param id the record; none for a new one
     * @param version the version that the caller read, as in {@code If-Match}
     * @param value the input, or what of it changes
     */
    public record Item(String action, String id, Long version, Map<String, Object> value) {}

    /**
     * What became of all.
     *
     * @param results in the order of the items
     * @param done how many were done
     * @param refused how many were not
     */
    public record Results(List<Result> results, int done, int refused) {}

    /**
     * What became of one.
     *
     * @param status as if it had been asked alone
     * @param id the record
     * @param version its version now
     * @param code why it was refused
     * @param detail the same for people
     * @param fields which fields are not right
     */
    public record Result(
            int status, String id, Long version, String code, String detail, List<Rejected.Field> fields) {}
}
