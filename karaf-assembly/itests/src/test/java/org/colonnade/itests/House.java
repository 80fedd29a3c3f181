package org.colonnade.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A running Colonnade with a data folder of its own, started and stopped as an administrator does it: by the script. */
public final class House implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("colonnade.root"));
    private static final int FIRST_PORT = 15_000;
    private static final int PORTS = 16_000;
    private static House shared;

    private final Path home;
    private final int port;

    private House(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** A house that is not yet started, with an empty data folder. */
    public static House empty(String name) {
        try {
            Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            return new House(Files.createTempDirectory(homes, name).resolve("home"), freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One house for all test classes of this run, with crm in it and an administrator; it is stopped when the run ends. */
    public static synchronized House shared() {
        if (shared == null) {
            House house = empty("shared");
            Runtime.getRuntime().addShutdownHook(new Thread(house::close));
            house.start();
            house.admin().post("/api/platform/functions/crm/install").expect(200);
            shared = house;
        }
        return shared;
    }

    /** Stops the one house, if there is one. */
    static synchronized void closeShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    public Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    /** Starts it and waits until it is ready. */
    public House start() {
        Ran ran = script("start");
        if (ran.status() != 0) {
            throw new AssertionError("It did not start: " + ran.output());
        }
        return this;
    }

    /** Calls the script with this house's data folder and port. */
    public Ran script(String... words) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("colonnade").toString(), words[0]));
        command.addAll(List.of("--home", home.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of(words).subList(1, words.length));
        return run(command);
    }

    /** Runs a command to its end, at most three minutes. */
    public static Ran run(List<String> command) {
        try {
            Path output = Files.createTempFile(Path.of("target"), "ran", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + Files.readString(output));
            }
            return new Ran(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The running process. */
    public ProcessHandle process() {
        try {
            long pid = Long.parseLong(
                    Files.readString(home.resolve("run/colonnade.pid")).strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would: nothing is flushed, nobody is asked. */
    public void kill9() throws Exception {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    /** What a health check says: {@code WELL}, {@code WARNING} or {@code FAILED}; {@code absent} if there is none of that name. */
    public String level(String check) {
        for (JsonNode finding : api().get("/health/ready").expect(200).json().path("findings")) {
            if (finding.path("name").asText().equals(check)) {
                return finding.path("level").asText();
            }
        }
        return "absent";
    }

    /** The API without an identity. */
    public Api api() {
        return new Api(base(), null);
    }

    /** The API with the administrator's token; makes the administrator at the first call. */
    public Api admin() {
        return Keys.admin(base(), home);
    }

    /** The API with the token of a user. */
    public Api signIn(String name, String password) {
        return Keys.signIn(base(), name, password);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        if (Files.exists(home.resolve("run/colonnade.pid"))) {
            script("stop");
        }
    }

    /**
     * A port of the loopback address that nobody uses, below those that the system gives to clients, so that it is still free when its
     * server comes.
     */
    public static int freePort() {
        for (int tries = 0; tries < 200; tries++) {
            int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new AssertionError("No port of the loopback address is free");
    }

    /** What a command printed, and its exit status. */
    public record Ran(int status, String output) {}
}
