package org.colonnade.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.colonnade.itests.House;

/** Measures what the platform costs beside plain services with the same operations, in one run, and prints the table. */
public final class Benchmark {

    private static final int[] CONNECTIONS = {1, 8, 64};
    private static final int PEER_ROWS = 100_000;
    private static final int A_SECOND = 200;
    private static final int LAG_SECONDS = 20;
    private static final Set<String> IN_THE_PROCESS = Set.of("series", "reactions");

    private final Comparison table = new Comparison();
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());
    private final Postgres postgres;
    private final Colonnade ours;
    private final Server server;
    private final List<Server> peers;

    private Benchmark(Postgres postgres, Colonnade ours, List<Server> peers) {
        this.postgres = postgres;
        this.ours = ours;
        this.server = ours.server(postgres);
        this.peers = peers;
    }

    /** @param arguments how many parties, the peers' folder, and the archive of a stock Karaf */
    public static void main(String[] arguments) throws Exception {
        if (IN_THE_PROCESS.containsAll(asked())) {
            try (Postgres postgres = new Postgres()) {
                inTheProcess(postgres);
            }
            return;
        }
        int parties = Integer.parseInt(arguments[0]);
        try (Postgres postgres = new Postgres()) {
            Peers folder = new Peers(Path.of(arguments[1]), postgres, PEER_ROWS);
            starts(postgres, folder, Path.of(arguments[2]));
            List<Server> peers = folder.start();
            try (Colonnade ours = new Colonnade(postgres)) {
                new Benchmark(postgres, ours, peers).run(parties);
            } finally {
                peers.forEach(Server::close);
            }
        }
    }

    private static void inTheProcess(Postgres postgres) throws Exception {
        part("series", () -> NumberRace.measure(postgres));
        part("reactions", () -> EventRace.measure(postgres));
    }

    private static void starts(Postgres postgres, Peers folder, Path karaf) throws Exception {
        System.out.println("\n| start to first answer | seconds | CPU s | memory MiB |\n| --- | --- | --- | --- |");
        try (Colonnade fresh = new Colonnade(postgres)) {
            fresh.house().script("stop");
            long start = System.nanoTime();
            fresh.house().start();
            double seconds = (System.nanoTime() - start) / 1e9;
            Processes process = new Processes(fresh.house().process().pid());
            start("Colonnade with crm, ready", seconds, process.cpu(), process.memory());
        }
        for (int i = 0; i < 2; i++) {
            // the first one makes the tables
            folder.spring().ifPresent(spring -> {
                start(
                        spring.name(),
                        spring.seconds(),
                        spring.startCpu(),
                        spring.processes().memory());
                spring.close();
            });
        }
        StockKaraf.start(karaf).ifPresent(stock -> {
            start(
                    stock.name(),
                    stock.seconds(),
                    stock.startCpu(),
                    stock.processes().memory());
            stock.close();
        });
        System.out.println();
    }

    private static void start(String name, double seconds, double cpu, long memory) {
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %d |%n", name, seconds, cpu, memory);
    }

    private void run(int parties) throws Exception {
        double rows = ours.importRows(parties);
        double batch = BatchLimit.measure(postgres, 100_000);
        System.out.printf(
                Locale.ROOT,
                "%,d parties imported: %,.0f validated rows a second, %.3f of %,.0f rows a second by JDBC batch%n%n",
                parties,
                rows,
                rows / batch,
                batch);
        table.head();
        part("search", () -> search("substring search right after the import", 8));
        ours.settle();
        ours.look();
        part("smallest", this::smallest);
        part("read", () -> against("read by id", ours.read(), () -> Requests.get("/contacts/" + one(), null)));
        part(
                "list",
                () -> against(
                        "list of 50", ours.firstPage(), () -> Requests.get("/contacts?page=" + one() % 20, null)));
        part("search", () -> search("substring search", CONNECTIONS));
        part(
                "pages",
                () -> table.compare(
                        "list of 50, last page : first page",
                        new int[] {8},
                        Side.of("last page", server, ours.lastPage()),
                        Side.of("first page", server, ours.firstPage())));
        part("create", () -> against("create", ours.create(), this::newContact));
        part("added", this::added);
        part("lag", this::lag);
        part("nodes", this::nodes);
        inTheProcess(postgres);
        if (isAsked("rights") || isAsked("sign-ins")) {
            people(new People(ours.house()).settle());
        }
        System.out.println();
        memory(server);
        peers.forEach(this::memory);
    }

    private byte[] newContact() {
        return Requests.post(
                "/contacts",
                null,
                "{\"name\":\"New contact %d\",\"email\":\"new@example.org\",\"phone\":\"+49 30 123\",\"city\":\"City\"}"
                        .formatted(number.incrementAndGet()));
    }

    /** A part of the table. */
    @FunctionalInterface
    private interface Part {
        void measure() throws Exception;
    }

    /** Measures a part if it is asked for: all are, unless the property {@code only} names some. */
    private static void part(String name, Part part) throws Exception {
        if (isAsked(name)) {
            part.measure();
        }
    }

    private static boolean isAsked(String name) {
        return asked().equals(List.of("")) || asked().contains(name);
    }

    private static List<String> asked() {
        return List.of(System.getProperty("only", "").split(","));
    }

    /** What identity, rights, company, audit and event add to the storing of a row. */
    private void added() throws Exception {
        postgres.make("bare");
        postgres.execute(
                "bare",
                "create table if not exists bare_note (id bigint generated always as identity primary key, body text)");
        try (Server bare = bare(BareInsert.class, "bare servlet and insert", postgres.url("bare"))) {
            table.compare(
                    "a note stored",
                    new int[] {8},
                    Side.of("Colonnade", server, ours.note()),
                    Side.of(bare.name(), bare, () -> Requests.post("/", null, "{\"text\":\"Called back, note 1\"}")));
        }
    }

    /** How late a browser hears of what 200 requests a second do. */
    private void lag() throws Exception {
        Load load = new Load(ours.create(), server.port());
        load.run(8, 10, A_SECOND);
        try (EventStream stream = new EventStream(ours.api(), "crm.party.created")) {
            load.run(8, 2, A_SECOND);
            stream.late();
            Load.Result sent = load.run(8, LAG_SECONDS, A_SECOND);
            long[] late = stream.late();
            Load.Result seen = new Load.Result(late.length, LAG_SECONDS, late);
            System.out.printf(
                    Locale.ROOT,
                    "%n%.0f parties made a second: answered after p50 %.1f ms, p99 %.1f ms; %d of %d heard by the stream of events,"
                            + " p50 %.1f ms, p99 %.1f ms after they happened%n%n",
                    sent.perSecond(),
                    sent.milliseconds(0.5),
                    sent.milliseconds(0.99),
                    late.length,
                    sent.count(),
                    seen.milliseconds(0.5),
                    seen.milliseconds(0.99));
        }
    }

    /** The same eight connections at one node, and dealt out to two that share the machine. */
    private void nodes() throws Exception {
        try (House second = ours.another()) {
            Processes all =
                    new Processes(ours.house().process().pid(), second.process().pid(), postgres.pid());
            for (Map.Entry<String, Supplier<byte[]>> work :
                    Map.of("read by id", ours.read(), "create", ours.create()).entrySet()) {
                table.compare(
                        work.getKey(),
                        new int[] {8, 64},
                        new Side("two nodes", all, new Load(work.getValue(), server.port(), second.port())),
                        new Side("one node", all, new Load(work.getValue(), server.port())));
            }
        }
    }

    private void people(People people) throws Exception {
        part(
                "rights",
                () -> table.compare(
                        "read by id, whose reach is looked at",
                        new int[] {8},
                        Side.of("for the own team", server, people.asSeller()),
                        Side.of("as a substitute", server, people.asSubstitute()),
                        Side.of("in a company that is named", server, people.inNamedCompany()),
                        Side.of("as administrator", server, people.asAdministrator())));
        part("sign-ins", () -> {
            try (Server hash = bare(BareHash.class, "Argon2id alone")) {
                table.compare(
                        "sign-in",
                        new int[] {2},
                        Side.of("Colonnade", server, people.signIn()),
                        Side.of(hash.name(), hash, () -> Requests.get("/", null)));
            }
        });
    }

    private Server bare(Class<?> servlet, String name, String... more) {
        int port = House.freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                servlet.getName(),
                Integer.toString(port)));
        command.addAll(List.of(more));
        return Server.start(name, command, Map.of(), port, "/", more.length == 0 ? 0 : postgres.pid());
    }

    private void smallest() throws Exception {
        List<Side> sides = new ArrayList<>(List.of(Side.of("Colonnade", server, ours.smallest())));
        sides.add(Side.of("Colonnade, who am I", server, ours.me()));
        peers.forEach(peer -> sides.add(Side.of(peer.name() + " hello", peer, () -> Requests.get("/hello", null))));
        try (Server jetty = bare(BareServlet.class, "bare Jetty servlet")) {
            sides.add(Side.of(jetty.name(), jetty, () -> Requests.get("/", null)));
            table.compare("smallest authenticated answer", CONNECTIONS, sides.toArray(Side[]::new));
        }
    }

    private void search(String operation, int... connections) {
        against(operation, connections, ours.search(), () -> {
            String part = String.format("%05d", new Random(number.incrementAndGet()).nextInt(100_000));
            return Requests.get("/contacts/search?q=" + part, null);
        });
    }

    private void against(String operation, Supplier<byte[]> mine, Supplier<byte[]> theirs) {
        against(operation, CONNECTIONS, mine, theirs);
    }

    private void against(String operation, int[] connections, Supplier<byte[]> mine, Supplier<byte[]> theirs) {
        List<Side> sides = new ArrayList<>(List.of(Side.of("Colonnade", server, mine)));
        peers.forEach(peer -> sides.add(Side.of(peer.name(), peer, theirs)));
        table.compare(operation, connections, sides.toArray(Side[]::new));
    }

    private long one() {
        return 1 + number.incrementAndGet() * 7919 % 90_000;
    }

    private void memory(Server one) {
        System.out.printf(
                Locale.ROOT,
                "%s after the load: %d MiB (heap at most 512 MiB)%n",
                one.name(),
                one.processes().memory());
    }
}
