package org.colonnade.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that was started for the measurement, or one that others stop. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final Process process;
    private final int port;
    private final Processes processes;
    private final double seconds;
    private final double cpu;

    private Server(String name, Process process, int port, Processes processes, double seconds) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.processes = processes;
        this.seconds = seconds;
        this.cpu = process == null ? 0 : new Processes(process.pid()).cpu();
    }

    /** One that runs already. */
    static Server running(String name, int port, long pid, long database) {
        return new Server(name, null, port, new Processes(pid, database), 0);
    }

    /**
     * Starts one and waits for its first answer.
     *
     * @param path any answer below 500 counts
     */
    static Server start(
            String name, List<String> command, Map<String, String> environment, int port, String path, long database) {
        try {
            Path log = Files.createDirectories(Path.of("target", "logs")).resolve(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            Process process = builder.start();
            byte[] request = Requests.get(path, null);
            while (!answers(port, request)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    process.destroyForcibly();
                    throw new IllegalStateException(name + " did not start; see " + log.toAbsolutePath());
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Server(name, process, port, new Processes(process.pid(), database), seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is any answer, be it that nothing lies there. */
    private static boolean answers(int port, byte[] request) {
        try (Connection connection = new Connection(port)) {
            connection.exchange(request);
            return true;
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException refused) {
            return refused.getMessage() != null && refused.getMessage().matches(".* 4\\d\\d.*");
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    Processes processes() {
        return processes;
    }

    /** From the start of the process to its first answer. */
    double seconds() {
        return seconds;
    }

    /** CPU seconds until then. */
    double startCpu() {
        return cpu;
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Runs a command to its end. @return whether it succeeded */
    static boolean run(Path folder, List<String> command) {
        try {
            Path log = Files.createDirectories(Path.of("target", "logs")).resolve("build.log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            System.out.println(new String(e.getMessage().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
