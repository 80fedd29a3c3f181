package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.Jobs;

/** Calls a job off. */
@Service
@Command(scope = "colonnade", name = "job-cancel", description = "Calls a job off; what it has stored until then stays")
public final class JobCancelCommand extends HouseCommand {

    @Argument(name = "id", description = "of the job", required = true)
    @Completion(OpenJobIds.class)
    private String id;

    @Override
    void run(PrintStream out) {
        Job job = house().the(Jobs.class, "jobs").cancel(id);
        out.println(
                job.state().ended()
                        ? "It is cancelled."
                        : "It is called off and ends when it next looks; colonnade:jobs shows when.");
    }
}
