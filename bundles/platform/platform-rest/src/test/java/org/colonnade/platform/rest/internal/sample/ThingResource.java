package org.colonnade.platform.rest.internal.sample;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.RawJson;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.api.web.Versions;

/** Does with things what functions do with their records. */
@Path("/things")
@Produces("application/json")
public final class ThingResource {

    public static final String EXAMPLE =
            """
            {"name": "Ball", "kind": "ROUND", "price": {"amount": "12.30", "currency": "EUR"}, "owner": "crm:party:0J5XK3T9ZQ1AB",
             "day": "2026-03-01", "loud": false, "parts": [{"name": "skin", "count": 2}]}""";

    private static final Instant BORN = Instant.parse("2026-01-02T03:04:05Z");

    @GET
    @Requires("sample.thing.read")
    @Operation(value = "Lists the things.", of = Thing.class)
    public Page<Thing> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @QueryParam("kind") Thing.Kind kind,
            @QueryParam("tag") List<String> tags) {
        PageRequest page = PageRequest.of(limit, after);
        return new Page<>(List.of(view(draft("limit " + page.limit() + " tags " + tags))), null);
    }

    @GET
    @Path("/{id}")
    @Requires("sample.thing.read")
    @Operation(value = "Shows one thing.", answers = Thing.class, problems = "sample.thing.not-found")
    public Response get(@PathParam("id") String id) {
        if (!id.equals("1")) {
            throw NotFound.of("sample", "thing", id);
        }
        return Response.ok(view(draft("Ball"))).tag(new EntityTag("7")).build();
    }

    @POST
    @Consumes("application/json")
    @Requires("sample.thing.change")
    @Operation(
            value = "Makes a thing.",
            example = EXAMPLE,
            status = 201,
            answers = Thing.class,
            problems = "sample.thing.invalid")
    public Response create(Thing.Draft draft) {
        new Fields().required("name", draft.name(), 40).orReject("sample.thing.invalid");
        return Response.created(URI.create("/things/1"))
                .tag(new EntityTag("1"))
                .entity(view(draft))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @Requires("sample.thing.change")
    @Operation(
            value = "Changes a thing.",
            example = "{\"name\": \"Cube\"}",
            patches = Thing.Draft.class,
            answers = Thing.class)
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        Versions.match(ifMatch, 7);
        return Response.ok(view(patch.applyTo(draft("Ball"))))
                .tag(new EntityTag("8"))
                .build();
    }

    @POST
    @Path("/upload")
    @Consumes({"text/csv", "text/vcard"})
    @Requires("sample.thing.change")
    @Operation(value = "Takes a file.", example = "a,b\n1,2\n")
    public Count upload(InputStream body) throws IOException {
        return new Count(body.readAllBytes().length);
    }

    @GET
    @Path("/export")
    @Produces("text/csv")
    @Requires("sample.thing.read")
    @Operation("Gives all things as a file.")
    public Download export(@QueryParam("break") @DefaultValue("-1") int breakAfter) {
        return new Download("text/csv;charset=utf-8", "ของ/things \"1\".csv", out -> {
            for (int i = 0; i < 5000; i++) {
                if (i == breakAfter) {
                    throw new IllegalStateException("broken on purpose");
                }
                out.write("a line of an export\n".getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @GET
    @Path("/ready")
    @Requires("sample.thing.read")
    @Operation(value = "Lists things whose JSON is there already.", of = Thing.class)
    public Page<RawJson> ready() {
        return new Page<>(List.of(new RawJson("{\"name\": \"Käthe\"}")), "c");
    }

    @GET
    @Path("/ready/1")
    @Requires("sample.thing.read")
    @Operation(value = "Shows a thing whose JSON is there already.", answers = Thing.class)
    public Response readyOne() {
        return Response.ok(new RawJson("{\"name\": \"Käthe\"}"))
                .tag(new EntityTag("7"))
                .build();
    }

    @GET
    @Path("/me")
    @Open(Open.To.SIGNED_IN)
    @Operation("Who is asking.")
    public Who me(@Context Actor actor) {
        return new Who(actor.ref().toString(), Caller.current().requestId());
    }

    @POST
    @Path("/sign-in")
    @Consumes("application/json")
    @Open(Open.To.EVERYBODY)
    @Operation(value = "Lets anybody in.", example = "{\"name\": \"skin\", \"count\": 1}")
    public Who signIn(Thing.Part part) {
        return new Who(Caller.current().actor().ref().toString(), part.name());
    }

    @POST
    @Path("/echo")
    @Consumes("application/json")
    @Requires(value = "sample.thing.change", scope = Scope.GLOBAL)
    @Operation(value = "Says what was said.", example = "{\"text\": \"hello\"}")
    public Echo echo(Echo said) {
        return said;
    }

    @GET
    @Path("/fails")
    @Requires("sample.thing.read")
    @Operation("Has a bug.")
    public Who fails() {
        throw new IllegalStateException("secret detail: select * from things");
    }

    /** How much. */
    public record Count(int bytes) {}

    /** Who and what. */
    public record Who(String account, String said) {}

    /** Anything. */
    public record Echo(String text) {}

    private static Thing.Draft draft(String name) {
        return new Thing.Draft(name, Thing.Kind.ROUND, null, null, null, false, null, null);
    }

    private static Thing view(Thing.Draft draft) {
        return new Thing(
                "1",
                7,
                BORN,
                draft.name(),
                draft.kind(),
                draft.price(),
                draft.owner(),
                draft.day(),
                draft.parts(),
                draft.labels());
    }
}
