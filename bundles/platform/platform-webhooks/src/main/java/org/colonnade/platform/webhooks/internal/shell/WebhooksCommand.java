package org.colonnade.platform.webhooks.internal.shell;

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
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.webhooks.internal.Fares;
import org.colonnade.platform.webhooks.internal.Webhooks;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;

/** Shows how the subscribers fare, and resumes or replays one. */
@Service
@Command(scope = "colonnade", name = "webhooks", description = "Shows how webhooks fare; resumes or replays one")
public class WebhooksCommand implements Action {

    @Option(name = "--resume", description = "the id of a webhook to which is sent again what waits")
    private String resume;

    @Option(
            name = "--replay",
            description = "the id of a webhook to which is sent once more what lies behind --position")
    private String replay;

    @Option(name = "--position", description = "a position of the log, 0 for everything")
    private long position = -1;

    @Reference
    private Webhooks webhooks;

    @Reference
    private Fares fares;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        Actor console = Actor.system("console");
        try {
            if (resume != null) {
                webhooks.resume(console, resume);
            }
            if (replay != null) {
                webhooks.replay(console, replay, position);
            }
            show(console, session.getConsole());
            return null;
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }

    private void show(Actor console, PrintStream out) {
        RecordQuery all = RecordQuery.all();
        for (Kept<Subscriber> one : webhooks.desk().list(console, all).items()) {
            Fares.Fare fare = fares.of(console, one.id());
            out.printf(
                    "%s  %-7s  %s  behind %d, waiting %d, lag %d s%n",
                    one.id(), fare.state(), one.value().name(), fare.behind(), fare.waiting(), fare.lagSeconds());
            if (fare.reason() != null) {
                out.printf("    %s%n", fare.reason());
            }
            if (fare.lastFailure() != null && fare.failuresInRow() > 0) {
                out.printf("    %d times: %s%n", fare.failuresInRow(), fare.lastFailure());
            }
        }
    }
}
