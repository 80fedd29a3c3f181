package org.colonnade.platform.records.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;

/** What became of a record, version by version, and the way back. */
@Path("/records/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordHistory<V extends Record, D extends Record> extends RecordPlace<V, D> {

    private final Companions companions;

    RecordHistory(Upkeep<V, D> upkeep, Companions companions) {
        super(upkeep);
        this.companions = companions;
    }

    @Override
    public String place() {
        return super.place() + "/{id}/history";
    }

    /** A page of versions. */
    @GET
    @Requires("{read}")
    @Operation(
            value = "Who changed the record when, from what to what; newest first",
            of = Version.class,
            problems = "platform.page.cursor")
    public Page<Version> list(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        upkeep.read(actor, id);
        upkeep.kind().rules().looked(actor, id);
        Sight sight = upkeep.sight(actor);
        return log().history(upkeep.kind().ref(id), PageRequest.of(limit, after))
                .map(entry -> version(entry, sight));
    }

    /** One version, whole. */
    @GET
    @Path("{version}")
    @Requires("{read}")
    @Operation(value = "The record as one of its versions left it", problems = "platform.history.not-found")
    public Map<String, Object> read(
            @PathParam("id") String id, @PathParam("version") long version, @Context Actor actor) {
        upkeep.read(actor, id);
        upkeep.kind().rules().looked(actor, id);
        return seen(snapshot(id, version), upkeep.sight(actor));
    }

    /** The way back: an ordinary change, so that it is in the history itself. */
    @POST
    @Path("{version}/restore")
    @Requires("{change}")
    @Operation(
            value = "Gives the record's input the values of an older version; If-Match names the present one",
            answers = View.class,
            problems = {"platform.history.not-found", "platform.field.not-writable", "platform.record.stale"})
    public Response restore(
            @PathParam("id") String id,
            @PathParam("version") long version,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        upkeep.read(actor, id);
        Map<String, Object> older = snapshot(id, version);
        D wanted = upkeep.plan()
                .draftOf(upkeep.plan().json().convertTo(older, upkeep.kind().view()));
        Extras extras = extras(older.get("custom"), null);
        return ok(actor, upkeep.goBack(actor, id, present -> Versions.match(ifMatch, present), wanted, extras));
    }

    private Map<String, Object> snapshot(String id, long version) {
        return log().snapshot(upkeep.kind().ref(id), version)
                .map(upkeep.plan().json()::map)
                .orElseThrow(() -> new NotFound(
                        "platform.history.not-found", "The history does not hold this version of the record."));
    }

    private AuditLog log() {
        AuditLog log = companions.audit();
        if (log == null) {
            throw new Unavailable(
                    "platform.history.away", "The history cannot be read now.", java.time.Duration.ofSeconds(2));
        }
        return log;
    }

    private Version version(Entry entry, Sight sight) {
        Map<String, Object> before = seen(upkeep.plan().json().map(entry.before()), sight);
        Map<String, Object> after = seen(upkeep.plan().json().map(entry.after()), sight);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            Object was = before.get(name);
            Object is = after.get(name);
            if (!Objects.equals(was, is) && !untold(name, was, is)) {
                changes.add(new FieldChange(name, was, is));
            }
        }
        return new Version(entry.version(), entry.at(), entry.actor(), entry.requestId(), entry.action(), changes);
    }

    /** A version that a function wrote in bulk does not speak of custom fields; one of none says what an older release left out. */
    private static boolean untold(String name, Object was, Object is) {
        return name.equals("custom") && (is == null || was == null && is.equals(Map.of()));
    }

    private static Map<String, Object> seen(Map<String, Object> fields, Sight sight) {
        Map<String, Object> seen = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            Object shown = sight.shown(name, value);
            if (shown != null) {
                seen.put(name, shown);
            }
        });
        return seen;
    }

    /**
     * One version.
     *
     * @param version its number
     * @param at since when, UTC
     * @param by who, as a reference
     * @param requestId the request that did it
     * @param action what was done
     * @param changes what it changed, as far as the caller may see
     */
    public record Version(
            long version, Instant at, String by, String requestId, String action, List<FieldChange> changes) {}

    /**
     * A field that says something else.
     *
     * @param field its name
     * @param before what it said; missing where it said nothing
     * @param after what it says; missing where it says nothing
     */
    public record FieldChange(String field, Object before, Object after) {}
}
