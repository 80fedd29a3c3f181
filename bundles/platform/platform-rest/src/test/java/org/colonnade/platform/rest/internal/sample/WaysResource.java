package org.colonnade.platform.rest.internal.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.NewCookie;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.JsonBody;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.RawJson;
import org.colonnade.platform.api.web.Requires;

/** Takes and answers in all the ways that a resource can, and remembers whether CXF's chain brought the request. */
@Path("/ways")
@Produces("application/json")
public final class WaysResource {

    /** Whether the last request came through the chain. */
    private volatile boolean throughChain;

    /** Whether the last request that a method answered came through CXF's chain. */
    public boolean throughChain() {
        return throughChain;
    }

    private Said said(Object... what) {
        throughChain = StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("org.apache.cxf.phase.")));
        return new Said(Arrays.deepToString(what));
    }

    /** What was understood. */
    public record Said(String text) {}

    /** Cannot be written. */
    public record Broken(String first, Object inside) {}

    @GET
    @Requires("sample.thing.read")
    public Said query(
            @QueryParam("text") String text,
            @QueryParam("number") int number,
            @QueryParam("preset") @DefaultValue("5") long preset,
            @QueryParam("boxed") Integer boxed,
            @QueryParam("flag") boolean flag,
            @QueryParam("kind") Thing.Kind kind,
            @QueryParam("tag") List<String> tags,
            @QueryParam("kinds") List<Thing.Kind> kinds,
            @QueryParam("at") Instant at) {
        return said(text, number, preset, boxed, flag, kind, tags, kinds, at);
    }

    @GET
    @Path("{id}")
    @Requires("sample.thing.read")
    public Said get(@PathParam("id") String id) {
        return said("get", id);
    }

    @PUT
    @Path("{id}")
    @Requires("sample.thing.change")
    public Said put(@PathParam("id") String id, Thing.Part part) {
        return said("put", id, part);
    }

    @PATCH
    @Path("{id}")
    @Requires("sample.thing.change")
    public Said patch(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        return said("patch", id, ifMatch, patch.applyTo(new Thing.Part("skin", 1)));
    }

    @DELETE
    @Path("{id}")
    @Requires("sample.thing.change")
    public void delete(@PathParam("id") String id, @HeaderParam("X-Number") int number) {
        said(id, number);
    }

    @GET
    @Path("words")
    @Open(Open.To.SIGNED_IN)
    public Said words(@Context Actor actor) {
        return said("words", actor.ref());
    }

    @GET
    @Path("open")
    @Open(Open.To.EVERYBODY)
    public Said open(@Context Actor actor, @QueryParam("q") BigDecimal amount, @QueryParam("on") LocalDate day) {
        return said("open", actor.ref(), amount, day);
    }

    @GET
    @Path("headers")
    @Requires("sample.thing.read")
    public Said headers(@Context HttpHeaders headers) {
        return said("headers", headers.getHeaderString("X-Number"));
    }

    @GET
    @Path("{id}/parts/{part}")
    @Requires("sample.thing.read")
    public Page<RawJson> part(@PathParam("id") Ref id, @PathParam("part") long part) {
        said();
        return new Page<>(List.of(new RawJson("{\"id\":\"" + id + "\",\"part\":" + part + "}")), null);
    }

    @POST
    @Path("{id}/parts")
    @Requires("sample.thing.change")
    public Response add(@PathParam("id") String id, List<Thing.Part> parts) {
        return Response.created(URI.create("/ways/" + id + "/parts/1?count=" + parts.size()))
                .entity(said(id, parts))
                .tag(new EntityTag("1"))
                .build();
    }

    @POST
    @Path("tree")
    @Requires("sample.thing.change")
    public Response tree(JsonBody body) {
        return Response.ok(said(body.take("name"), body.as(Thing.Part.class))).build();
    }

    /** Streams, which only CXF's chain does. */
    @GET
    @Path("{id}/file")
    @Produces("text/csv")
    @Requires("sample.thing.read")
    public Download file(@PathParam("id") String id) {
        Said said = said("file", id);
        return new Download("text/csv", id + ".csv", out -> {
            out.write(said.text().getBytes(StandardCharsets.UTF_8));
            if (id.equals("broken")) {
                out.flush();
                throw new IOException("in the middle");
            }
        });
    }

    @POST
    @Path("{id}/done")
    @Requires("sample.thing.change")
    public Said done(@PathParam("id") String id) {
        return said("done", id);
    }

    @POST
    @Path("none")
    @Requires("sample.thing.change")
    public void none() {
        said();
    }

    /** Answers in many forms. */
    @GET
    @Path("form/{form}")
    @Requires("sample.thing.read")
    public Response form(@PathParam("form") String form) throws IOException {
        Said said = said("form", form);
        return switch (form) {
            case "null" -> null;
            case "empty" -> Response.ok().build();
            case "accepted" -> Response.accepted().build();
            case "gone" -> Response.noContent().header("X-One", "1").build();
            case "bytes" -> Response.ok("[1]".getBytes(StandardCharsets.UTF_8)).build();
            case "typed" -> Response.ok("<a/>".getBytes(StandardCharsets.UTF_8), "application/xml")
                    .build();
            case "problem" -> Response.status(409)
                    .type("application/problem+json")
                    .entity(said)
                    .build();
            case "relative" -> Response.created(URI.create("a/b%20c?d=e%26f#g")).build();
            case "moved" -> Response.status(301)
                    .location(URI.create("ways/8"))
                    .entity(said)
                    .build();
            case "else" -> Response.seeOther(URI.create("http://else.example:8080/x?y=z"))
                    .build();
            case "text" -> Response.ok(said).header("location", "/api/other/1").build();
            case "broken" -> Response.ok(new Broken("begun", new Object()))
                    .tag("7")
                    .build();
            case "many" -> many(said);
            case "raw" -> Response.ok(new RawJson("{\"ready\": true}")).tag("7").build();
            default -> failure(form);
        };
    }

    private static Response many(Said said) {
        return Response.status(203)
                .entity(said)
                .header("X-Two", "1")
                .header("X-Two", 2)
                .header("x-one", new EntityTag("a"))
                .link("http://else.example/a", "next")
                .link("http://else.example/b", "prev")
                .cookie(new NewCookie("a", "b"), new NewCookie("c", "d"))
                .lastModified(new Date(0))
                .language(Locale.forLanguageTag("th"))
                .variant(null)
                .contentLocation(URI.create("there"))
                .header("Cache-Control", "max-age=1")
                .allow("GET", "PUT")
                .type(MediaType.TEXT_PLAIN_TYPE)
                .build();
    }

    private static Response failure(String form) throws IOException {
        switch (form) {
            case "rejected" -> throw new Rejected("sample.bad", "It is bad.").field("name", "is bad");
            case "conflict" -> throw new Conflict("sample.conflict", "It collides.");
            case "web" -> throw new WebApplicationException("secret", 409);
            case "absent" -> throw new NotFoundException("secret");
            case "internal" -> throw new WebApplicationException("secret", 503);
            case "checked" -> throw new IOException("secret");
            case "error" -> throw new StackOverflowError("secret");
            default -> throw new IllegalStateException("secret");
        }
    }

    /** Says nothing of what it answers, and stands in the way of the other's variables. */
    @Path("/ways/special")
    public static final class Special {

        @GET
        @Requires("sample.thing.read")
        public Said root() {
            return new Said("special");
        }

        @GET
        @Path("x")
        @Requires("sample.thing.read")
        public List<Said> all(@QueryParam("limit") Integer limit) {
            return List.of(new Said("x " + limit));
        }

        @GET
        @Path("nothing")
        @Requires("sample.thing.read")
        public Said nothing() {
            return null;
        }

        @POST
        @Path("{id}")
        @Requires("sample.thing.change")
        public Said post(@PathParam("id") String id) {
            return new Said("special " + id);
        }
    }
}
