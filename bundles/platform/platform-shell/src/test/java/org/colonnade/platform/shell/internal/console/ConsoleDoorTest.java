package org.colonnade.platform.shell.internal.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.shell.internal.wire.Frame;
import org.colonnade.platform.shell.internal.wire.Greeting;
import org.colonnade.platform.shell.internal.wire.Wire;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ConsoleDoorTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path run;
    private ConsoleDoor door;

    @Before
    public void open() throws IOException {
        run = folder.getRoot().toPath().resolve("run");
        door = new ConsoleDoor(sessions(), run);
    }

    @After
    public void close() throws IOException {
        door.close();
    }

    @Test
    public void onlyItsOwnerMayOpenTheSocket() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())));
    }

    @Test
    public void aCommandsOutputAndStatusComeBack() throws IOException {
        try (Wire wire = visit("hello")) {
            assertEquals("OUTPUT: hello\n", shown(wire.read()));
            assertEquals("EXIT: 0", shown(wire.read()));
        }
    }

    @Test
    public void aRefusalIsOneLineOnTheErrorStreamAndAStatus() throws IOException {
        try (Wire wire = visit("refused")) {
            assertEquals("ERROR: There is no such thing.\n", shown(wire.read()));
            assertEquals("EXIT: 1", shown(wire.read()));
        }
    }

    @Test
    public void aSecretIsAskedForAtTheOtherEnd() throws IOException {
        try (Wire wire = visit("secret")) {
            assertEquals("ASK_SECRET: Password: ", shown(wire.read()));
            wire.write(Frame.of(Frame.Kind.ANSWER, "stone"));
            assertEquals("OUTPUT: 5 letters\n", shown(wire.read()));
            assertEquals("EXIT: 0", shown(wire.read()));
        }
    }

    @Test
    public void aVisitorWhoDoesNotGreetIsLeftStandingAndTheNextIsServed() throws IOException {
        try (Wire rude = Wire.to(UnixDomainSocketAddress.of(socket()))) {
            rude.write(Frame.of(Frame.Kind.KEYS, "hello"));
            assertEquals(null, rude.read());
        }
        try (Wire wire = visit("hello")) {
            assertEquals(Frame.Kind.OUTPUT, wire.read().kind());
        }
    }

    @Test
    public void aClosedDoorLeavesNoSocket() throws IOException {
        door.close();

        assertFalse(Files.exists(socket()));
    }

    private Path socket() {
        return run.resolve("console.sock");
    }

    private Wire visit(String command) throws IOException {
        Wire wire = Wire.to(UnixDomainSocketAddress.of(socket()));
        wire.write(new Greeting(command, "/", "dumb", 0, 0).frame());
        return wire;
    }

    private static String shown(Frame frame) {
        return frame.kind() + ": " + frame.text();
    }

    private static SessionFactory sessions() {
        return fake(SessionFactory.class, (name, arguments) -> session((PrintStream) arguments[1]));
    }

    private static Session session(PrintStream out) {
        Map<String, Object> variables = new ConcurrentHashMap<>();
        Session[] self = new Session[1];
        self[0] = fake(Session.class, (name, arguments) -> switch (name) {
            case "put" -> variables.put((String) arguments[0], arguments[1]);
            case "get" -> variables.get(arguments[0]);
            case "execute" -> execute(self[0], arguments[0].toString(), out);
            default -> null;
        });
        return self[0];
    }

    private static Object execute(Session session, String command, PrintStream out) throws Exception {
        switch (command) {
            case "refused" -> throw new CommandException("There is no such thing.", "There is no such thing.");
            case "secret" -> out.print(SecretEntry.ask(session, "Password: ").length + " letters\n");
            default -> out.print(command + "\n");
        }
        return null;
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    @FunctionalInterface
    private interface Answers {
        Object to(String method, Object[] arguments) throws Exception;
    }
}
