package org.colonnade.platform.events.kafka.internal.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.events.kafka.internal.Publishing;

/** Shows how events reach Kafka; tries again, or publishes once more. */
@Service
@Command(
        scope = "colonnade",
        name = "events-kafka",
        description = "Shows how events reach Kafka; tries again, or publishes once more")
public class KafkaCommand implements Action {

    @Option(name = "--resume", description = "tries at once what has failed")
    private boolean resume;

    @Option(
            name = "--replay",
            description = "publishes once more what lies behind this position of the log, 0 for everything")
    private long replay = -1;

    @Reference
    private Publishing publishing;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        Actor console = Actor.system("console");
        try {
            if (resume) {
                publishing.resume(console);
            }
            if (replay >= 0) {
                publishing.replay(console, replay);
            }
            show(publishing.fare(console), session.getConsole());
            return null;
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }

    private static void show(Publishing.Fare fare, PrintStream out) {
        if (fare.fault() != null) {
            out.println(fare.fault());
        }
        out.printf(
                "%s%n",
                fare.brokers().isEmpty()
                        ? "No brokers are named in etc/org.colonnade.events.kafka.cfg."
                        : "topic " + fare.topic() + " at " + String.join(", ", fare.brokers()) + ", log at "
                                + fare.head());
        for (Publishing.Standing one : fare.companies()) {
            out.printf("%-10s  at %d, lag %d s%n", one.company(), one.position(), one.lagSeconds());
            if (one.failuresInRow() > 0) {
                out.printf("    %d times since %s: %s%n", one.failuresInRow(), one.failingSince(), one.failure());
            }
        }
    }
}
