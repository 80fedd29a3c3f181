package org.colonnade.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.itests.House;

/** Apache Karaf as it comes, with its features http and http-whiteboard: what the runtime alone costs. */
final class StockKaraf {

    private StockKaraf() {}

    /** @return nothing, with a message, if the archive was not fetched */
    static Optional<Server> start(Path archive) {
        if (!Files.exists(archive)) {
            System.out.println("No stock Karaf to compare with: " + archive + " is not there.");
            return Optional.empty();
        }
        try {
            Path home = unpacked(archive);
            int port = House.freePort();
            edit(
                    home.resolve("etc/org.apache.karaf.features.cfg"),
                    "featuresBoot = ",
                    "featuresBoot = http, http-whiteboard, ");
            Files.writeString(
                    home.resolve("etc/org.ops4j.pax.web.cfg"),
                    "org.osgi.service.http.port = " + port + "\norg.ops4j.pax.web.listening.addresses = 127.0.0.1\n");
            edit(home.resolve("etc/org.apache.karaf.shell.cfg"), "sshPort = 8101", "sshPort = " + House.freePort());
            edit(
                    home.resolve("etc/org.apache.karaf.management.cfg"),
                    "rmiRegistryPort = 1099",
                    "rmiRegistryPort = " + House.freePort());
            edit(
                    home.resolve("etc/org.apache.karaf.management.cfg"),
                    "rmiServerPort = 44444",
                    "rmiServerPort = " + House.freePort());
            return Optional.of(Server.start(
                    "stock Karaf with http",
                    List.of(home.resolve("bin/karaf").toString(), "server"),
                    Map.of("KARAF_EXEC", "exec", "EXTRA_JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC"),
                    port,
                    "/",
                    0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpacked(Path archive) throws IOException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "karaf")).toAbsolutePath(), "stock");
        if (!Server.run(folder, List.of("tar", "-xzf", archive.toAbsolutePath().toString(), "--strip-components=1"))) {
            throw new IOException("tar cannot unpack " + archive);
        }
        return folder;
    }

    private static void edit(Path file, String before, String after) throws IOException {
        Files.writeString(file, Files.readString(file).replace(before, after));
    }
}
