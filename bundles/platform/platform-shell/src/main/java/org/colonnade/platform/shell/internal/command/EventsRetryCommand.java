package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.event.EventLog;

/** Hands a dead letter to its reaction once more. */
@Service
@Command(scope = "colonnade", name = "events-retry", description = "Hands a dead letter to its reaction once more")
public final class EventsRetryCommand extends HouseCommand {

    @Argument(name = "id", description = "of the dead letter", required = true)
    @Completion(DeadLetterIds.class)
    private String id;

    @Override
    void run(PrintStream out) {
        house().the(EventLog.class, "events").retry(id);
        out.println("It is with its reaction again; colonnade:events-dead shows it if it fails once more.");
    }
}
