package org.colonnade.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colonnade.itests.House;

/**
 * Plain services with the same operations, to compare with: {@code springboot} and {@code quarkus} in the folder that {@code -Dpeers} names. Each
 * is copied, built, and given a database of its own on the same server.
 */
final class Peers {

    private static final String ROWS =
            "insert into contact (id, version, name, email, phone, city, created) select g, 0, 'Party ' || lpad(((g * 7919) %% 100003)::text, 5, '0')"
                    + " || ' ' || md5(g::text), 'c' || g || '@example.org', '+49 ' || g, 'City ' || g %% 500, now() from generate_series(1, %d) g";

    private final Path folder;
    private final Postgres postgres;
    private final int rows;

    Peers(Path folder, Postgres postgres, int rows) {
        this.folder = folder;
        this.postgres = postgres;
        this.rows = rows;
    }

    /** Those that are there and start; the others are left out with a message. */
    List<Server> start() {
        List<Server> started = new ArrayList<>();
        spring().ifPresent(started::add);
        quarkus().ifPresent(started::add);
        return started;
    }

    Optional<Server> spring() {
        return built("springboot", "target/peer-springboot.jar")
                .map(jar -> start("Spring Boot", "peer_springboot", jar));
    }

    private Optional<Server> quarkus() {
        return built("quarkus", "target/quarkus-app/quarkus-run.jar").map(jar -> start("Quarkus", "peer_quarkus", jar));
    }

    private Optional<Path> built(String peer, String jar) {
        Path source = folder.resolve(peer);
        if (!Files.isDirectory(source)) {
            System.out.println(
                    "No " + peer + " to compare with in " + folder.normalize() + "; -Dpeers names another folder.");
            return Optional.empty();
        }
        Path copy = Path.of("target", "peers", peer).toAbsolutePath();
        if (!Files.exists(copy.resolve(jar))) {
            copy(source, copy);
            if (!Server.run(copy, List.of("mvn", "-B", "-q", "package"))) {
                System.out.println("The peer " + peer + " cannot be built; target/logs/build.log says why.");
                return Optional.empty();
            }
        }
        return Optional.of(copy.resolve(jar));
    }

    private Server start(String name, String database, Path jar) {
        boolean fresh = postgres.make(database);
        int port = House.freePort();
        Map<String, String> environment = Map.of(
                "PORT",
                Integer.toString(port),
                "PEER_DB",
                database,
                "PGPORT",
                Integer.toString(postgres.port()),
                "PGUSER",
                Postgres.USER,
                "PGPASSWORD",
                Postgres.USER);
        Server server = Server.start(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString()),
                environment,
                port,
                "/hello",
                postgres.pid());
        if (fresh) {
            fill(database);
        }
        return server;
    }

    private void fill(String database) {
        try (Connection connection = DriverManager.getConnection(postgres.url(database));
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(ROWS, rows));
            statement.execute("select setval('contact_seq', (select max(id) + 200001 from contact))");
            statement.execute("analyze contact");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(one -> !one.startsWith(from.resolve("target"))).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
