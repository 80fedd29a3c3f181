package org.colonnade.platform.shell.internal.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.shell.internal.wire.Frame;
import org.colonnade.platform.shell.internal.wire.FrameOutput;
import org.colonnade.platform.shell.internal.wire.Greeting;
import org.colonnade.platform.shell.internal.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One visitor at the console, from the greeting to the exit status. */
final class ConsoleVisit implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleVisit.class);

    private final SessionFactory sessions;
    private final Wire wire;
    private volatile Thread thread;

    ConsoleVisit(SessionFactory sessions, Wire wire) {
        this.sessions = sessions;
        this.wire = wire;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try (wire) {
            Greeting greeting = Greeting.read(wire.read());
            MachineAdministrator.call(() -> {
                serve(greeting);
                return null;
            });
        } catch (IOException | IllegalArgumentException left) {
            LOG.debug("A console ended: {}", left.getMessage());
        } catch (Exception broken) {
            LOG.error("A console broke", broken);
        }
    }

    private void serve(Greeting greeting) throws IOException {
        if (greeting.interactive()) {
            work(greeting);
        } else {
            bye(once(greeting));
        }
    }

    /** Ends the visit from outside, when the platform stops. */
    void end() {
        Thread visitor = thread;
        if (visitor != null) {
            visitor.interrupt();
        }
    }

    /** The session says goodbye itself: when it has ended, it has closed its terminal, and the connection with that. */
    private void work(Greeting greeting) throws IOException {
        try (RemoteTerminal terminal = RemoteTerminal.over(wire, greeting)) {
            PrintStream out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
            Session session =
                    sessions.create(terminal.input(), out, out, terminal, StandardCharsets.UTF_8.name(), () -> bye(0));
            session.currentDir(Path.of(greeting.folder()));
            session.run();
        }
    }

    private void bye(int status) {
        try {
            wire.write(Frame.of(Frame.Kind.EXIT, Integer.toString(status)));
        } catch (IOException left) {
            LOG.debug("A console left without a word: {}", left.getMessage());
        }
    }

    private int once(Greeting greeting) {
        PrintStream out = new PrintStream(new FrameOutput(wire, Frame.Kind.OUTPUT), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FrameOutput(wire, Frame.Kind.ERROR), true, StandardCharsets.UTF_8);
        Session session = sessions.create(InputStream.nullInputStream(), out, err);
        try (session) {
            session.currentDir(Path.of(greeting.folder()));
            session.put(SecretEntry.ASKER, (SecretEntry.Asker) this::ask);
            Object result = session.execute(greeting.command());
            return result instanceof Integer status ? status : 0;
        } catch (Exception refused) {
            err.println(sentence(refused));
            return 1;
        }
    }

    private String ask(String prompt) throws IOException {
        wire.write(Frame.of(Frame.Kind.ASK_SECRET, prompt));
        Frame answer = wire.read();
        if (answer == null || answer.kind() != Frame.Kind.ANSWER) {
            throw new IOException("No answer to '" + prompt + "'");
        }
        return answer.text();
    }

    /** The shell's own exceptions carry no sentence; a command that does not exist is the usual one. */
    private static String sentence(Exception refused) {
        if ("CommandNotFoundException".equals(refused.getClass().getSimpleName())) {
            return refused.getMessage() + "; 'help' lists what there is.";
        }
        if (refused instanceof CommandException said && said.getCause() == null) {
            return said.getNiceHelp();
        }
        LOG.error("A command of the console failed", refused);
        return refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
    }
}
