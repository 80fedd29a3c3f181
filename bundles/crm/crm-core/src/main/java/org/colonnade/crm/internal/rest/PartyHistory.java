package org.colonnade.crm.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.store.PartyTrail;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of a party, version by version, and the way back. */
@Component(service = PartyHistory.class)
@Path("/parties/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
public class PartyHistory {

    private final PartyDirectory directory;
    private final PartyDesk desk;
    private final AuditLog audit;

    @Activate
    public PartyHistory(@Reference PartyDirectory directory, @Reference PartyDesk desk, @Reference AuditLog audit) {
        this.directory = directory;
        this.desk = desk;
        this.audit = audit;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value = "Who changed the party when, from what to what; newest first",
            of = Version.class,
            problems = {"crm.party.not-found", "platform.page.cursor"})
    public Page<Version> list(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @Context Actor actor) {
        return audit.history(ref(actor, id), PageRequest.of(limit, after)).map(PartyHistory::version);
    }

    @POST
    @Path("{version}/restore")
    @Requires(PartyDesk.CHANGE)
    @Operation(
            value = "Gives the party the content of an older version; If-Match names the present one",
            answers = Party.class,
            problems = {"crm.party.not-found", "platform.history.not-found", "crm.party.archived"})
    public Response restore(
            @PathParam("id") String id,
            @PathParam("version") long version,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        PartyDraft older = audit.snapshot(ref(actor, id), version)
                .map(PartyTrail::draft)
                .orElseThrow(() -> new NotFound(
                        "platform.history.not-found", "The history does not hold this version of the party."));
        return Given.ok(desk.change(actor, id, present -> Versions.match(ifMatch, present), draft -> older));
    }

    private Ref ref(Actor actor, String id) {
        return directory.get(actor, id).ref();
    }

    private static Version version(Entry entry) {
        JsonNode before = tree(entry.before());
        JsonNode after = tree(entry.after());
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            if (!before.path(name).equals(after.path(name))) {
                changes.add(new FieldChange(name, plain(before.path(name)), plain(after.path(name))));
            }
        }
        return new Version(entry.version(), entry.at(), entry.actor(), entry.requestId(), entry.action(), changes);
    }

    private static JsonNode tree(String snapshot) {
        return snapshot == null ? MissingNode.getInstance() : Json.read(snapshot, ObjectNode.class);
    }

    private static Object plain(JsonNode value) {
        return value.isMissingNode() ? null : Json.MAPPER.convertValue(value, Object.class);
    }

    /**
     * One version.
     *
     * @param version its number
     * @param at since when, UTC
     * @param by who, as a reference
     * @param requestId the request that did it
     * @param action what was done
     * @param changes what it changed
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
