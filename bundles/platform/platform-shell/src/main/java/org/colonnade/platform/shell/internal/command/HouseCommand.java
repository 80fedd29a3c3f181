package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.slf4j.MDC;

/**
 * A command of the house: it acts as the machine's administrator, and what is refused is said in one sentence. The caller is bound here
 * and not where the console reads, because the shell runs each command in a thread of its pool.
 */
abstract class HouseCommand implements Action {

    private final House house;

    @Option(name = "--company", description = "the code of the company to work in; the first one if missing")
    private String company;

    @Reference
    private Session session;

    HouseCommand() {
        this(House.ofThisBundle());
    }

    HouseCommand(House house) {
        this.house = house;
    }

    @Override
    public final Object execute() throws Exception {
        String request = "console-" + UUID.randomUUID().toString().substring(0, 8);
        try (Caller.Binding caller = caller(request).bind();
                MDC.MDCCloseable log = MDC.putCloseable("request", request)) {
            run(session.getConsole());
            return null;
        } catch (Problem problem) {
            String sentence = sentence(problem);
            throw new CommandException(sentence, sentence);
        }
    }

    private Caller caller(String request) {
        Caller console = new Caller(Actor.system("console"), request);
        return company == null
                ? console
                : console.in(
                        house.the(Companies.class, "companies").company(company).id());
    }

    abstract void run(PrintStream out) throws Exception;

    final House house() {
        return house;
    }

    final Session session() {
        return session;
    }

    /** For tests; the shell sets it otherwise. */
    final void session(Session given) {
        session = given;
    }

    /** A file as the one at the console means it. */
    final Path path(String text) {
        return session.currentDir().resolve(text).normalize();
    }

    private static String sentence(Problem problem) {
        StringBuilder text = new StringBuilder(problem.getMessage());
        if (problem instanceof Rejected rejected) {
            rejected.fields().forEach(field -> text.append("\n  ")
                    .append(field.field())
                    .append(": ")
                    .append(field.fault()));
        }
        return text.toString();
    }
}
