package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.problem.Unauthenticated;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.rest.internal.endpoint.TestBoard;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The real front door on a real server, with a gatekeeper that knows a few tokens. */
public final class TestHouse implements AutoCloseable {

    private static final Map<String, Actor> TOKENS = Map.of(
            "reader", new Actor(new Ref("platform", "user", "R"), "reader", Set.of("sample.thing.read"), false),
            "writer",
                    new Actor(
                            new Ref("platform", "user", "W"),
                            "writer",
                            Set.of("sample.thing.read", "sample.thing.change"),
                            false),
            "agent",
                    new Actor(
                            new Ref("platform", "user", "G"),
                            "agent",
                            Set.of("sample.thing.read"),
                            false,
                            Set.of(),
                            new Standing("agent", Map.of(), null, Map.of(), List.of(2L, 3L))),
            "admin", new Actor(new Ref("platform", "user", "A"), "admin", Set.of(), true));

    public final TestBoard board = new TestBoard();
    public final FrontDoor door;
    public final TestCompanies companies = new TestCompanies();
    public final Proxies proxies;
    public final RequestMeter meter = new RequestMeter();
    public final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Server server = new Server(new QueuedThreadPool(24));
    private final int port;

    public TestHouse() {
        this(new TestLimits());
    }

    public TestHouse(RestConfig limits) {
        proxies = new Proxies(limits);
        door = new FrontDoor(new DoorSettings(limits), board.switchboard, board.absences, proxies, meter);
        openGate();
        door.companies = companies;
        try {
            port = start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int start() throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(door), "/*");
        server.setHandler(new HandlerCollection(new Threshold(), context));
        server.start();
        return connector.getLocalPort();
    }

    public void openGate() {
        door.gatekeeper = token -> {
            Actor actor = TOKENS.get(token);
            if (actor == null) {
                throw new Unauthenticated("platform.token.unknown", "The token is not known.");
            }
            return actor;
        };
    }

    /** From now on this one says who callers are. */
    public void openGate(Gatekeeper gatekeeper) {
        door.gatekeeper = gatekeeper;
    }

    public Gatekeeper gatekeeper() {
        return door.gatekeeper;
    }

    public void pages(PublicPage... pages) {
        door.pages.addAll(List.of(pages));
    }

    public void closeGate() {
        door.gatekeeper = null;
    }

    public int port() {
        return port;
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpRequest.Builder as(String token, String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return send(as(token, path));
    }

    public HttpResponse<String> post(String token, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(as(token, path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Override
    public void close() throws Exception {
        server.stop();
        board.close();
    }
}
