package org.colonnade.platform.shell.internal.client;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.colonnade.platform.shell.internal.wire.Frame;
import org.colonnade.platform.shell.internal.wire.Greeting;
import org.colonnade.platform.shell.internal.wire.Wire;

/**
 * The other end of the console: a process of its own that shows what the platform writes and sends what is typed. Started by the start
 * script with the data folder and, for a single command, the command. Needs nothing but this class path entry.
 */
public final class ConsoleClient {

    private static final int OUTPUT_CLOSED = 141;

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final OutputStream err = new FileOutputStream(FileDescriptor.err);
    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private final BufferedReader lines = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));

    private ConsoleClient() {}

    /**
     * Connects, and ends with the status of the command.
     *
     * @param arguments the data folder; then the words of one command, or nothing for a console to work in
     */
    public static void main(String[] arguments) {
        ConsoleClient client = new ConsoleClient();
        int status;
        try {
            Path home = Path.of(arguments[0]);
            String command = CommandLine.of(Arrays.asList(arguments).subList(1, arguments.length));
            status = client.visit(home, command);
        } catch (IOException gone) {
            new PrintStream(client.err, true, StandardCharsets.UTF_8)
                    .println("The platform does not answer on its console (" + gone.getMessage() + "): is it running?");
            status = 1;
        }
        System.exit(status);
    }

    private int visit(Path home, String command) throws IOException {
        Path socket = Path.of(Files.readString(home.resolve("run/console.path")).trim());
        int[] size = command.isEmpty() ? Tty.size() : new int[] {0, 0};
        String folder = Path.of("").toAbsolutePath().toString();
        String terminal = Objects.requireNonNullElse(System.getenv("TERM"), "dumb");
        try (Wire wire = Wire.to(UnixDomainSocketAddress.of(socket))) {
            wire.write(new Greeting(command, folder, terminal, size[0], size[1]).frame());
            return command.isEmpty() ? work(wire, size) : follow(wire);
        }
    }

    /** A console to work in: keys go over as they are. */
    private int work(Wire wire, int[] size) throws IOException {
        String before = Tty.raw();
        Thread restore = new Thread(() -> quietly(() -> Tty.restore(before)), "restore-terminal");
        Runtime.getRuntime().addShutdownHook(restore);
        daemon("keys", () -> sendKeys(wire));
        daemon("size", () -> sendSize(wire, size));
        return follow(wire);
    }

    private void sendKeys(Wire wire) throws IOException {
        byte[] keys = new byte[1024];
        for (int count = in.read(keys); count >= 0; count = in.read(keys)) {
            wire.write(new Frame(Frame.Kind.KEYS, Arrays.copyOf(keys, count)));
        }
    }

    /** A window that changes its size sends a signal that plain Java cannot hear, so the size is looked at now and then. */
    private static void sendSize(Wire wire, int[] first) throws IOException, InterruptedException {
        int[] known = first;
        while (true) {
            Thread.sleep(2000);
            int[] now = Tty.size();
            if (!Arrays.equals(now, known)) {
                wire.write(Frame.of(Frame.Kind.SIZE, now[0] + " " + now[1]));
                known = now;
            }
        }
    }

    private int follow(Wire wire) throws IOException {
        for (Frame frame = wire.read(); frame != null; frame = wire.read()) {
            switch (frame.kind()) {
                case OUTPUT -> show(out, frame);
                case ERROR -> show(err, frame);
                case ASK_SECRET -> wire.write(Frame.of(Frame.Kind.ANSWER, secret(frame.text())));
                case EXIT -> {
                    return Integer.parseInt(frame.text());
                }
                default -> throw new IOException("unexpected " + frame.kind());
            }
        }
        throw new IOException("it ended the connection");
    }

    /** Whoever read our output may have had enough, as {@code | head} does. */
    private static void show(OutputStream stream, Frame frame) {
        try {
            stream.write(frame.data());
        } catch (IOException closed) {
            System.exit(OUTPUT_CLOSED);
        }
    }

    /** From the terminal without echo, or else a line of the standard input. */
    private String secret(String prompt) throws IOException {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s", prompt);
            return typed == null ? "" : new String(typed);
        }
        return Objects.requireNonNullElse(lines.readLine(), "");
    }

    private static void daemon(String name, Work work) {
        Thread thread = new Thread(() -> quietly(work), name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The connection has ended: whoever follows the output says so. */
    private static void quietly(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
